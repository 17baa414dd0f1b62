-- Visits that visit_numbers.sql has found, with the texts of the few events that begin a visit or show its first and last
-- page. A visit takes its source from its first event, and its day, in the reporting zone, from its beginning; midnight
-- alone does not end it. One portion of {{portions}} at a time, so that the joins need little memory.

with
-- GA4's rule: 10 seconds, or two page views, or a conversion
judged as (
    select *,
        date_diff('second', started_at, ended_at) as duration_s,
        date_diff('millisecond', started_at, ended_at) >= 10000 or engagement_time_ms >= 10000
            or pageviews >= 2 or purchases + form_submits + sign_ups + leads > 0 as engaged
    from temp.visit_numbers
    where visitor_no % {{portions}} = {{portion}}
),
-- the first and last pages that the first event does not show
shown as (
    select visitor_no, visit_no, landing_row as event_row, true as is_landing from judged where landing_row <> first_row
    union all
    select visitor_no, visit_no, exit_row, false from judged where exit_row <> first_row
),
pages as (
    select visitor_no, visit_no,
        max(page_path) filter (where is_landing) as landing_page,
        max(page_path) filter (where not is_landing) as exit_page
    from shown
    join main.events e on e.rowid = shown.event_row
    group by visitor_no, visit_no
)
select
    cast(0 as bigint) as source_line,
    first.account,
    {{local_day}} as period_start,
    {{local_day}} as period_end,
    coalesce(first.anonymous_id, first.user_id, first.event_id) as visitor_id,
    coalesce(first.visit_id, md5(visitor_id || chr(31) || first.event_id)) as visit_id,
    j.user_id,
    started_at,
    ended_at,
    case when landing_row = first_row then first.page_path else p.landing_page end as landing_page,
    case when exit_row = first_row then first.page_path else p.exit_page end as exit_page,
    first.source,
    first.medium,
    first.campaign,
    first.term,
    first.channel,
    first.is_paid,
    first.device,
    first.country,
    j.visit_no = 1 as is_new,
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
join main.events first on first.rowid = j.first_row
left join pages p on p.visitor_no = j.visitor_no and p.visit_no = j.visit_no
