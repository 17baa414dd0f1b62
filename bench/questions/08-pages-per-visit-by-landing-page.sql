-- Pages per visit by landing page over 90 days.
-- ask: pages_per_visit by landing_page grain total days 90
select landing_page, sum(pageviews) / cast(count(*) as double) as pages_per_visit
from visits
where superseded_by is null and period_start between :first and :last
group by 1

-- with the sums that its interval is computed from:
select landing_page, sum(x) / cast(sum(y) as double) as pages_per_visit, count(*) as n, sum(x) as x, sum(y) as y, sum(x * x) as xx,
    sum(y * y) as yy, sum(x * y) as xy
from (
    select landing_page, sum(pageviews) as x, count(*) as y
    from visits
    where superseded_by is null and period_start between :first and :last
    group by landing_page, visitor_id
) visitors
group by 1
