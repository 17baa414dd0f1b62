-- Bounce rate by device over 90 days.
-- ask: bounce_rate by device grain total days 90
select device, count(*) filter (where bounced) / cast(count(*) as double) as bounce_rate
from visits
where superseded_by is null and period_start between :first and :last
group by 1

-- with the sums that its interval is computed from:
select device, sum(x) / cast(sum(y) as double) as bounce_rate, count(*) as n, sum(x) as x, sum(y) as y, sum(x * x) as xx,
    sum(y * y) as yy, sum(x * y) as xy
from (
    select device, count(*) filter (where bounced) as x, count(*) as y
    from visits
    where superseded_by is null and period_start between :first and :last
    group by device, visitor_id
) visitors
group by 1
