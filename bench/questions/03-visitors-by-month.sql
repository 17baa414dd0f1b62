-- Unique visitors by month over a year.
-- ask: visitors grain month days 365
select greatest(cast(date_trunc('month', period_start) as date), :first) as period, count(distinct visitor_id) as visitors
from visits
where superseded_by is null and period_start between :first and :last
group by 1
