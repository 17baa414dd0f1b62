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
        count(*) as "revenue_year_to_date.so_far.revenue__rows",
        count(*) - count(f.total_paid) as "revenue_year_to_date.so_far.revenue__unknown"
    from main.orders f
    join measured_1_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and superseded_by is null
        and (f.status <> 'cancelled')
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when "revenue_year_to_date.so_far.revenue__rows" > 0 then "revenue_year_to_date.so_far.revenue" else 0 end as "revenue_year_to_date.so_far.revenue",
        "revenue_year_to_date.so_far.revenue__unknown"
    from measured_1
)
-- the formulas
select
    bucket,
    "revenue_year_to_date.so_far.revenue" as "revenue_year_to_date",
    "revenue_year_to_date.so_far.revenue__unknown"
from measures
order by bucket nulls last
