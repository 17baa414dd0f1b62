with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01'),
        (date '2026-02-01')
    ) as t (bucket)
),
-- rows of costs that are seen
cost_rows as (
    select * from main.costs where superseded_by is null
),
-- rows of fx_rates that are seen
fx_rates as (
    select * from main.fx_rates where superseded_by is null
),
-- what one unit of a currency is worth, from a day until the next known day; both ways of a pair
fx as (
    select currency, day, rate, lead(day) over (partition by currency order by day) as next_day
    from (
        select currency, day, rate,
            row_number() over (partition by currency, day order by way, account) as choice
        from (
            select base as currency, period_start as day, cast(rate as double) as rate, 1 as way, account
            from fx_rates where quote = 'IDR'
            union all
            select quote, period_start, 1 / nullif(cast(rate as double), 0), 2, account
            from fx_rates where base = 'IDR'
        ) quoted
    ) ranked
    where choice = 1
),
-- cost_rows with the rate of the day, else the last one before it
cost_rows_rated as (
    select f.*, r.day as fx_day,
        case when f.currency is null or f.currency = 'IDR' then cast(1 as double) else r.rate end as fx_rate
    from cost_rows f
    left join fx r on r.currency = f.currency and f.period_end >= r.day
        and (r.next_day is null or f.period_end < r.next_day)
),
-- spend from ad_rows
measured_1 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        cast(sum(f.spend) as decimal(38, 4)) as "spend",
        count(*) as "spend__rows",
        count(*) - count(f.spend) as "spend__unknown"
    from main.ad_performance f
    where f.period_start >= date '2026-01-01'
        and f.period_start <= date '2026-02-28'
        and superseded_by is null
        and ((f.account = 'ads' and f.breakdown = 'campaign'))
    group by 1
),
-- acquisition_costs from cost_rows
measured_2 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        case when count(*) filter (where (f.category in ('salary', 'agency', 'tool', 'content')) and f.fx_rate is null) = 0 then cast(sum((cast(f.amount as double) * f.fx_rate)) as double) end as "acquisition_costs",
        count(*) as "acquisition_costs__rows",
        count(*) - count(f.amount) as "acquisition_costs__unknown"
    from cost_rows_rated f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
        and make_date(year(f.period_start), month(f.period_start), 1) = make_date(year(f.period_end), month(f.period_end), 1)
        and (f.category in ('salary', 'agency', 'tool', 'content'))
    group by 1
),
-- new_customers from customer_orders
measured_3 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        cast(sum(case when (f.order_no is null) then null else case when (f.order_no = 1) then 1 else 0 end end) as decimal(38, 6)) as "new_customers",
        count(*) as "new_customers__rows",
        count(*) - count(case when (f.order_no is null) then null else case when (f.order_no = 1) then 1 else 0 end end) as "new_customers__unknown"
    from kept.customer_orders f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
        and make_date(year(f.period_start), month(f.period_start), 1) = make_date(year(f.period_end), month(f.period_end), 1)
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when "spend__rows" > 0 then "spend" else 0 end as "spend",
        "spend__unknown",
        case when "acquisition_costs__rows" > 0 then "acquisition_costs" else 0 end as "acquisition_costs",
        "acquisition_costs__unknown",
        case when "new_customers__rows" > 0 then "new_customers" else 0 end as "new_customers",
        "new_customers__unknown"
    from spine left join measured_1 using (bucket) left join measured_2 using (bucket) left join measured_3 using (bucket)
)
-- the formulas
select
    bucket,
    (cast(("spend" + "acquisition_costs") as double) / nullif(cast("new_customers" as double), 0)) as "cac",
    ("spend" + "acquisition_costs") as "cac__first",
    "new_customers" as "cac__second",
    "acquisition_costs__unknown",
    "new_customers__unknown",
    "spend__unknown"
from measures
