-- Visits that visit_numbers.sql has found, with the texts of the few events that begin a visit or show its first and last
-- page. A visit takes its source from its first event, and its day, in the reporting zone, from its beginning; midnight
-- alone does not end it.

with
-- GA4's rule: 10 seconds, or two page views, or a conversion
judged as (
    select *,
        date_diff('second', started_at, ended_at) as duration_s,
        date_diff('millisecond', started_at, ended_at) >= 10000 or engagement_time_ms >= 10000
            or pageviews >= 2 or purchases + form_submits + sign_ups + leads > 0 as engaged
    from temp.visit_numbers
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
