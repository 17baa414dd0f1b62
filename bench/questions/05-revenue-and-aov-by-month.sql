-- Revenue and average order value by month over a year.
-- ask: revenue,aov grain month days 365
select greatest(cast(date_trunc('month', period_start) as date), :first) as period, sum(total_paid) as revenue,
    cast(sum(total_paid) as double) / count(*) as aov
from orders
where superseded_by is null and status <> 'cancelled' and period_start between :first and :last
group by 1

-- with the sums that its interval is computed from:
select greatest(cast(date_trunc('month', period_start) as date), :first) as period, sum(total_paid) as revenue,
    cast(sum(total_paid) as double) / count(*) as aov, count(*) as n, sum(cast(total_paid as double) * total_paid) as xx
from orders
where superseded_by is null and status <> 'cancelled' and period_start between :first and :last
group by 1
