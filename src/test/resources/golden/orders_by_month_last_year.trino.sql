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
-- orders from order_rows
measured_1 as (
    select
        s.bucket as bucket,
        count(*) as "orders"
    from ukur.orders f
    join spine s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and f.period_start >= date '2025-01-01'
        and f.period_end <= date '2026-02-28'
        and superseded_by is null
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when bucket between date '2026-01-01' and date '2026-02-01' then "orders" end as "orders"
    from measured_1
)
-- the formulas
select
    bucket,
    "orders" as "orders"
from measures
