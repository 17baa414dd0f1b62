-- Visits of the visitors that load {{load}} touched, from all their current events.
-- A visit ends after 30 minutes of silence, where the source itself names another visit, or, where the source names none,
-- where a link of another campaign was followed. It takes its source from its first event, and its day, in the reporting
-- zone, from its beginning; midnight alone does not end it. A visitor is the anonymous id, else the signed-in user, else the lone event itself.

with
-- the events of those visitors, in order
visitor_events as (
    select e.account, v.visitor_id, e.event_id, e.event_name, e.event_time, e.visit_id, e.user_id, e.page_path,
        e.source, e.medium, e.campaign, e.term, e.channel, e.is_paid, e.device, e.country, e.engagement_time_ms,
        case when e.is_campaign and e.visit_id is null then
            concat_ws(chr(31), coalesce(e.source, ''), coalesce(e.medium, ''), coalesce(e.campaign, '')) end as tag
    from main.events e
    join temp.touched_visitors v
        on v.account = e.account and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
    where e.superseded_by is null and v.slice = {{slice}}
),
-- 1 where an event follows silence or another visit's name, and the number of the event in the visitor's life
pauses as (
    select *,
        row_number() over visitor as event_no,
        case
            when lag(event_time) over visitor is null then 1
            when event_time - lag(event_time) over visitor > interval '30' minute then 1
            when coalesce(visit_id, '') <> coalesce(lag(visit_id) over visitor, '') then 1
            else 0
        end as is_pause
    from visitor_events
    window visitor as (partition by account, visitor_id order by event_time, event_id)
),
-- 1 where an event begins a visit: it follows a pause, or a link of another campaign than the visit knew so far
starts as (
    select *,
        case
            when is_pause = 1 then 1
            when tag <> last_value(case when is_pause = 1 then coalesce(tag, '') else tag end ignore nulls) over (
                partition by account, visitor_id order by event_no
                rows between unbounded preceding and 1 preceding) then 1
            else 0
        end as is_start
    from pauses
),
-- the number of the visit in the visitor's life
numbered as (
    select *, sum(is_start) over (
        partition by account, visitor_id order by event_no rows unbounded preceding) as visit_no
    from starts
),
-- one row a visit; its first event is the one that begins it
visit as (
    select
        account,
        visitor_id,
        visit_no,
        coalesce(min(visit_id), md5(visitor_id || chr(31) || max(event_id) filter (where is_start = 1))) as visit_id,
        max(user_id) as user_id,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        arg_min(page_path, event_no) filter (where page_path is not null) as landing_page,
        arg_max(page_path, event_no) filter (where page_path is not null) as exit_page,
        max(source) filter (where is_start = 1) as source,
        max(medium) filter (where is_start = 1) as medium,
        max(campaign) filter (where is_start = 1) as campaign,
        max(term) filter (where is_start = 1) as term,
        max(channel) filter (where is_start = 1) as channel,
        bool_or(is_paid) filter (where is_start = 1) as is_paid,
        max(device) filter (where is_start = 1) as device,
        max(country) filter (where is_start = 1) as country,
        count(*) filter (where event_name = 'page_view') as pageviews,
        count(*) as events,
        sum(coalesce(engagement_time_ms, 0)) as engagement_time_ms,
        count(*) filter (where event_name = 'purchase') as purchases,
        count(*) filter (where event_name = 'form_submit') as form_submits,
        count(*) filter (where event_name = 'sign_up') as sign_ups,
        count(*) filter (where event_name = 'generate_lead') as leads,
        count(*) filter (where event_name = 'add_to_cart') as add_to_carts,
        count(*) filter (where event_name = 'begin_checkout') as checkouts
    from numbered
    group by account, visitor_id, visit_no
),
-- GA4's rule: 10 seconds, or two page views, or a conversion
judged as (
    select *,
        date_diff('second', started_at, ended_at) as duration_s,
        date_diff('millisecond', started_at, ended_at) >= 10000 or engagement_time_ms >= 10000
            or pageviews >= 2 or purchases + form_submits + sign_ups + leads > 0 as engaged
    from visit
)
select
    cast(0 as bigint) as source_line,
    account,
    {{local_day}} as period_start,
    {{local_day}} as period_end,
    visit_id,
    visitor_id,
    user_id,
    started_at,
    ended_at,
    landing_page,
    exit_page,
    source,
    medium,
    campaign,
    term,
    channel,
    is_paid,
    device,
    country,
    visit_no = 1 as is_new,
    pageviews,
    events,
    not engaged as bounced,
    engaged,
    duration_s,
    purchases,
    form_submits,
    sign_ups,
    add_to_carts,
    checkouts,
    'sessionised' as built_by
from judged
