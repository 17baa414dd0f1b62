-- Visits of the visitors that load {{load}} touched, from all their current events.
-- A visit ends after 30 minutes of silence, where the source itself names another visit, or, where the source names none,
-- where a link of another campaign was followed. It takes its source from its first event, and its day, in the reporting
-- zone, from its beginning; midnight alone does not end it. A visitor is the anonymous id, else the signed-in user, else the lone event itself.
-- What is put in order is narrow, numbers for visitors and events: texts are fetched for the few events that begin a visit
-- or show its first and last page.

with
-- the events of those visitors
visitor_events as (
    select v.rowid as visitor_no, e.rowid as event_row, e.event_id, e.event_name, e.event_time, e.visit_id, e.user_id,
        e.page_path is not null as has_page, e.engagement_time_ms,
        case when e.is_campaign and e.visit_id is null then
            concat_ws(chr(31), coalesce(e.source, ''), coalesce(e.medium, ''), coalesce(e.campaign, '')) end as tag
    from main.events e
    join temp.touched_visitors v
        on v.account = e.account and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
    where e.superseded_by is null and v.slice = {{slice}}
),
-- 1 where an event follows silence or another visit's name, and the number of the event in the visitor's life
pauses as (
    select visitor_no, event_row, event_name, event_time, user_id, has_page, engagement_time_ms, tag,
        row_number() over visitor as event_no,
        case
            when lag(event_time) over visitor is null then 1
            when event_time - lag(event_time) over visitor > interval '30' minute then 1
            when coalesce(visit_id, '') <> coalesce(lag(visit_id) over visitor, '') then 1
            else 0
        end as is_pause
    from visitor_events
    window visitor as (partition by visitor_no order by event_time, event_id)
),
-- 1 where an event begins a visit: it follows a pause, or a link of another campaign than the visit knew so far
starts as (
    select visitor_no, event_row, event_name, event_time, user_id, has_page, engagement_time_ms, event_no,
        case
            when is_pause = 1 then 1
            when tag <> last_value(case when is_pause = 1 then coalesce(tag, '') else tag end ignore nulls) over (
                partition by visitor_no order by event_no
                rows between unbounded preceding and 1 preceding) then 1
            else 0
        end as is_start
    from pauses
),
-- the number of the visit in the visitor's life
numbered as (
    select *, sum(is_start) over (
        partition by visitor_no order by event_no rows unbounded preceding) as visit_no
    from starts
),
-- one row a visit; its first event is the one that begins it
visit as (
    select
        visitor_no,
        visit_no,
        max(user_id) as user_id,
        min(event_time) as started_at,
        max(event_time) as ended_at,
        max(event_row) filter (where is_start = 1) as first_row,
        arg_min(event_row, event_no) filter (where has_page) as landing_row,
        arg_max(event_row, event_no) filter (where has_page) as exit_row,
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
    group by visitor_no, visit_no
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
    v.account,
    {{local_day}} as period_start,
    {{local_day}} as period_end,
    coalesce(first.visit_id, md5(v.visitor_id || chr(31) || first.event_id)) as visit_id,
    v.visitor_id,
    j.user_id,
    started_at,
    ended_at,
    landing.page_path as landing_page,
    last.page_path as exit_page,
    first.source,
    first.medium,
    first.campaign,
    first.term,
    first.channel,
    first.is_paid,
    first.device,
    first.country,
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
from judged j
join temp.touched_visitors v on v.rowid = j.visitor_no
join main.events first on first.rowid = j.first_row
left join main.events landing on landing.rowid = j.landing_row
left join main.events last on last.rowid = j.exit_row
