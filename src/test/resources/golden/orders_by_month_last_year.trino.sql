with
-- the periods of the answer
spine as (
    select * from (values
        (date '0826-01-01', date '2025-01-01', date '2025-01-31'),
        (date '0826-02-01', date '2025-02-01', date '2025-02-28'),
        (date '2026-01-01', date '2026-01-01', date '2026-01-31'),
        (date '2026-02-01', date '2026-02-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- rows of orders that are seen
order_rows as (
    select * from ukur.orders where superseded_by is null
),
-- orders from order_rows
measured_1 as (
    select
        s.bucket as bucket,
        count(*) as "orders"
    from order_rows f
    join spine s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and f.period_start >= date '2025-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1
),
-- all measures side by side; every period is there, and every member in each
cells as (
    select bucket, max("orders") as "orders"
    from (
        select bucket, "orders" from measured_1
        union all
        select bucket, null from spine
    ) parts
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when bucket between date '2026-01-01' and date '2026-02-01' then coalesce("orders", 0) end as "orders"
    from cells
)
-- the formulas
select
    bucket,
    "orders" as "orders"
from measures
order by bucket nulls last
