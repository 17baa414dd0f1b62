-- Customer acquisition cost by month over a year: ads and marketing costs per new customer.
-- ask: cac grain month days 365
with first_orders as (
    select customer_id,
        arg_min(period_start, row(ordered_at, order_id)) as day
    from orders
    where superseded_by is null and status <> 'cancelled' and customer_id is not null
    group by 1
),
parts as (
    select day, 0 as cost, 1 as customers from first_orders
    union all
    select period_start, spend, 0 from ad_performance where superseded_by is null
    union all
    select period_start, amount, 0 from costs
    where superseded_by is null and category in ('salary', 'agency', 'tool', 'content')
)
select greatest(cast(date_trunc('month', day) as date), :first) as period,
    cast(sum(cost) as double) / sum(customers) as cac
from parts
where day between :first and :last
group by 1
