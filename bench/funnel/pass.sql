-- the happenings of a funnel of five steps, ordered for one pass
select
    cast(hash(coalesce(anonymous_id, user_id, event_id)) >> 1 as bigint) as visitor,
    epoch_us(event_time) as moment,
    cast(case
        when event_name = 'page_view' then case when page_path = '/p/0' then 2 else 1 end
        when event_name = 'add_to_cart' then 4
        when event_name = 'begin_checkout' then 8
        else 16
    end as bigint) as step
from main.events
where superseded_by is null
    and event_name in ('page_view', 'add_to_cart', 'begin_checkout', 'purchase')
order by visitor, moment, step
