with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01', date '2026-01-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- rows of orders that are seen
order_rows as (
    select * from ukur.orders where superseded_by is null
),
-- fact customer_orders
customer_orders as (
    select o.*, case when o.customer_id is not null then row_number() over (
        partition by o.customer_id
        order by coalesce(o.ordered_at, cast(o.period_start as timestamp)), o.order_id, o.account) end as order_no
    from order_rows o
    where o.status <> 'cancelled'
),
-- rows of orders that are seen
orders as (
    select * from ukur.orders where superseded_by is null
),
-- fact customer_lives
customer_lives as (
    select s.first_day as period_start, s.last_day as period_end, o.customer_id,
        case when date_diff('day', min(o.period_start), max(o.period_start)) > 365
            then cast(date_diff('day', min(o.period_start), max(o.period_start)) as double) / 365.25
            else 1 end as life_years
    from spine s
    join orders o on o.period_end <= s.last_day
    where o.status <> 'cancelled' and o.customer_id is not null
    group by 1, 2, 3
),
-- rows of costs that are seen
cost_rows as (
    select * from ukur.costs where superseded_by is null
),
-- rows of fx_rates that are seen
fx_rates as (
    select * from ukur.fx_rates where superseded_by is null
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
-- the days each period looks at
measured_1_days as (
    select * from (values
        (date '2026-01-01', date '2025-03-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- customer_revenue_12_months from order_rows
measured_1 as (
    select
        s.bucket as bucket,
        cast(sum(f.total_paid) as decimal(38, 4)) as "customer_revenue_12_months",
        count(*) as "customer_revenue_12_months__rows",
        count(*) - count(f.total_paid) as "customer_revenue_12_months__unknown"
    from ukur.orders f
    join measured_1_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and superseded_by is null
        and ((f.status <> 'cancelled') and (f.customer_id is not null))
    group by 1
),
-- the days each period looks at
measured_2_days as (
    select * from (values
        (date '2026-01-01', date '2025-03-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- customers_12_months, new_customers_12_months from customer_orders
measured_2 as (
    select
        s.bucket as bucket,
        count(distinct f.customer_id) as "customers_12_months",
        cast(sum(case when (f.order_no is null) then null else case when (f.order_no = 1) then 1 else 0 end end) as decimal(38, 6)) as "new_customers_12_months",
        count(*) as "new_customers_12_months__rows",
        count(*) - count(case when (f.order_no is null) then null else case when (f.order_no = 1) then 1 else 0 end end) as "new_customers_12_months__unknown"
    from customer_orders f
    join measured_2_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
    group by 1
),
-- life_years, customers_to_date from customer_lives
measured_3 as (
    select
        date '2026-01-01' as bucket,
        cast(sum(f.life_years) as double) as "life_years",
        count(*) as "life_years__rows",
        count(*) - count(f.life_years) as "life_years__unknown",
        count(*) as "customers_to_date"
    from customer_lives f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1
),
-- the days each period looks at
measured_4_days as (
    select * from (values
        (date '2026-01-01', date '2025-03-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- spend_12_months from ad_rows
measured_4 as (
    select
        s.bucket as bucket,
        cast(sum(f.spend) as decimal(38, 4)) as "spend_12_months",
        count(*) as "spend_12_months__rows",
        count(*) - count(f.spend) as "spend_12_months__unknown"
    from ukur.ad_performance f
    join measured_4_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and superseded_by is null
        and ((f.account = 'ads' and f.breakdown = 'campaign'))
    group by 1
),
-- the days each period looks at
measured_5_days as (
    select * from (values
        (date '2026-01-01', date '2025-03-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- acquisition_costs_12_months from cost_rows
measured_5 as (
    select
        s.bucket as bucket,
        case when count(*) filter (where (f.category in ('salary', 'agency', 'tool', 'content')) and f.fx_rate is null) = 0 then cast(sum((cast(f.amount as double) * f.fx_rate)) as double) end as "acquisition_costs_12_months",
        count(*) as "acquisition_costs_12_months__rows",
        count(*) - count(f.amount) as "acquisition_costs_12_months__unknown"
    from cost_rows_rated f
    join measured_5_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and (f.category in ('salary', 'agency', 'tool', 'content'))
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when "customer_revenue_12_months__rows" > 0 then "customer_revenue_12_months" else 0 end as "customer_revenue_12_months",
        "customer_revenue_12_months__unknown",
        coalesce("customers_12_months", 0) as "customers_12_months",
        case when "new_customers_12_months__rows" > 0 then "new_customers_12_months" else 0 end as "new_customers_12_months",
        "new_customers_12_months__unknown",
        case when "life_years__rows" > 0 then "life_years" else 0 end as "life_years",
        "life_years__unknown",
        coalesce("customers_to_date", 0) as "customers_to_date",
        case when "spend_12_months__rows" > 0 then "spend_12_months" else 0 end as "spend_12_months",
        "spend_12_months__unknown",
        case when "acquisition_costs_12_months__rows" > 0 then "acquisition_costs_12_months" else 0 end as "acquisition_costs_12_months",
        "acquisition_costs_12_months__unknown"
    from spine left join measured_1 using (bucket) left join measured_2 using (bucket) left join measured_3 using (bucket) left join measured_4 using (bucket) left join measured_5 using (bucket)
)
-- the formulas
select
    bucket,
    (cast((cast((cast("customer_revenue_12_months" as double) / nullif(cast("customers_12_months" as double), 0)) as double) * cast((cast("life_years" as double) / nullif(cast("customers_to_date" as double), 0)) as double)) as double) / nullif(cast((cast(("spend_12_months" + "acquisition_costs_12_months") as double) / nullif(cast("new_customers_12_months" as double), 0)) as double), 0)) as "clv_to_cac",
    "acquisition_costs_12_months__unknown",
    "customer_revenue_12_months__unknown",
    "life_years__unknown",
    "new_customers_12_months__unknown",
    "spend_12_months__unknown"
from measures
