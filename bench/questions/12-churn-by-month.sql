-- Churn by month over a year: customers active before the month who have no subscription after it.
-- ask: churn_rate grain month days 365
with months as (
    select greatest(cast(m as date), :first) as first_day, least(cast(m + interval 1 month - interval 1 day as date), :last)
        as last_day
    from range(date_trunc('month', :first), cast(:last as timestamp) + interval 1 day, interval 1 month) as t (m)
),
customers as (
    select m.first_day, s.customer_id,
        bool_or(s.started_on < m.first_day) as at_start,
        bool_or(s.ended_on is null or s.ended_on > m.last_day) as at_end
    from months m
    join subscriptions s on s.started_on <= m.last_day and (s.ended_on is null or s.ended_on >= m.first_day)
    where s.superseded_by is null
    group by 1, 2
)
select first_day as period,
    count(*) filter (where at_start and not at_end) / cast(nullif(count(*) filter (where at_start), 0) as double)
        as churn_rate
from customers
group by 1
