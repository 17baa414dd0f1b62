-- Paths to a purchase from {{first}} to {{last}}, each of the visits since the purchase before it and within 30 days; and of
-- those who were seen in that time and bought nothing after it, the visits within 30 days of their last.
with conversions as (
    select coalesce(anonymous_id, user_id, event_id) as visitor_id, event_time as moment, value
    from main.events
    where superseded_by is null and event_name = 'purchase'
        and period_start between date '{{first}}' and date '{{last}}'
),
seen as (
    select visitor_id, started_at as moment, channel
    from main.visits
    where superseded_by is null and period_start between date '{{from}}' and date '{{last}}'
),
steps as (
    select visitor_id, moment, channel, null as value from seen semi join conversions using (visitor_id)
    union all
    select visitor_id, moment, null, value from conversions
),
parted as (
    select *, count(*) filter (where channel is null) over (
            partition by visitor_id order by moment, channel nulls last rows between unbounded preceding and 1 preceding) as part
    from steps
),
ended as (
    select *, count(*) filter (where channel is null) over same as conversions, max(moment) over same as end_at
    from parted
    window same as (partition by visitor_id, part)
),
others as (
    select visitor_id, count(*) as visits, min(channel) as channel, min(moment) as first_at, max(moment) as last_at
    from seen anti join conversions using (visitor_id)
    group by visitor_id
    having max(moment) >= timestamp '{{first}} 00:00:00' - interval 7 hour
),
ways as (
    select list(channel order by moment) filter (where channel is not null and end_at - moment <= interval 30 day) as way,
        max(conversions) as conversions, coalesce(sum(value), 0) as value,
        case when max(conversions) = 0 and max(end_at) >= timestamp '{{first}} 00:00:00' - interval 7 hour then 1 else 0 end as nulls
    from ended
    group by visitor_id, part
    union all
    select [channel], 0, 0, count(*) from others where visits = 1 group by channel
    union all
    select list(seen.channel order by moment), 0, 0, 1
    from seen join others using (visitor_id)
    where visits > 1 and last_at - moment <= interval 30 day
    group by visitor_id
)
select array_to_string(way, ' > ') as way, sum(conversions) as conversions, sum(value) as value, sum(nulls) as nulls
from ways
where len(way) > 0 and conversions + nulls > 0
group by ways.way
