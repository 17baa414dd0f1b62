-- Visits of the visitors of slice {{slice}} that load {{load}} touched, from all their current events.
-- A visit ends after 30 minutes of silence, where the source itself names another visit, or, where the source names none,
-- where a link of another campaign was followed. A visitor is the anonymous id, else the signed-in user, else the lone event itself.
-- What is put in order is narrow, numbers for visitors, events and what happened: visits.sql fetches the texts.

with
-- the events of those visitors
visitor_events as (
    select v.rowid as visitor_no, e.rowid as event_row, e.event_id, e.event_time, e.visit_id, e.user_id,
        e.page_path is not null as has_page, e.engagement_time_ms,
        case e.event_name when 'page_view' then 1 when 'purchase' then 2 when 'form_submit' then 3 when 'sign_up' then 4
            when 'generate_lead' then 5 when 'add_to_cart' then 6 when 'begin_checkout' then 7 else 0 end as kind,
        case when e.is_campaign and e.visit_id is null then
            concat_ws(chr(31), coalesce(e.source, ''), coalesce(e.medium, ''), coalesce(e.campaign, '')) end as tag
    from main.events e
    join temp.touched_visitors v
        on v.account = e.account and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
    where e.superseded_by is null and v.slice = {{slice}}
),
-- 1 where an event follows silence or another visit's name, and the number of the event in the visitor's life
pauses as (
    select visitor_no, event_row, kind, event_time, user_id, has_page, engagement_time_ms, tag,
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
    select visitor_no, event_row, kind, event_time, user_id, has_page, engagement_time_ms, event_no,
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
)
-- one row a visit; its first event is the one that begins it
select
    visitor_no,
    visit_no,
    max(user_id) as user_id,
    min(event_time) as started_at,
    max(event_time) as ended_at,
    max(event_row) filter (where is_start = 1) as first_row,
    arg_min(event_row, event_no) filter (where has_page) as landing_row,
    arg_max(event_row, event_no) filter (where has_page) as exit_row,
    count(*) filter (where kind = 1) as pageviews,
    count(*) as events,
    sum(coalesce(engagement_time_ms, 0)) as engagement_time_ms,
    count(*) filter (where kind = 2) as purchases,
    count(*) filter (where kind = 3) as form_submits,
    count(*) filter (where kind = 4) as sign_ups,
    count(*) filter (where kind = 5) as leads,
    count(*) filter (where kind = 6) as add_to_carts,
    count(*) filter (where kind = 7) as checkouts
from numbered
group by visitor_no, visit_no
