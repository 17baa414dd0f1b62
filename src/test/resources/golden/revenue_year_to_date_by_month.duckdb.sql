with
-- the days each period looks at
measured_1_days as (
    select * from (values
        (date '2026-01-01', date '2026-01-01', date '2026-01-31'),
        (date '2026-02-01', date '2026-01-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- revenue_year_to_date.so_far.revenue from order_rows
measured_1 as (
    select
        s.bucket as bucket,
        cast(sum(f.total_paid) as decimal(38, 4)) as "revenue_year_to_date.so_far.revenue",
        count(*) - count(f.total_paid) as "revenue_year_to_date.so_far.revenue__unknown"
    from main.orders f
    join measured_1_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and superseded_by is null
        and (f.status <> 'cancelled')
    group by 1
)
-- the formulas
select
    bucket,
    "revenue_year_to_date.so_far.revenue" as "revenue_year_to_date",
    "revenue_year_to_date.so_far.revenue__unknown"
from measured_1
