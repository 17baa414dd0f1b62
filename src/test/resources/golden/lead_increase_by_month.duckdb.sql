with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01', date '2026-01-01', date '2026-01-31'),
        (date '2026-02-01', date '2026-02-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- leads from lead_rows
measured_1 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        count(*) as "leads"
    from main.leads f
    where f.period_start >= date '2026-01-01'
        and f.period_start <= date '2026-02-28'
        and superseded_by is null
        and ((f.stage is null) or (f.stage <> 'subscriber'))
    group by 1
),
-- the days each period looks at
measured_2_days as (
    select * from (values
        (date '2026-01-01', date '2025-12-01', date '2025-12-31'),
        (date '2026-02-01', date '2026-01-01', date '2026-01-31')
    ) as t (bucket, first_day, last_day)
),
-- lead_increase.month_ago.leads from lead_rows
measured_2 as (
    select
        s.bucket as bucket,
        count(*) as "lead_increase.month_ago.leads"
    from main.leads f
    join measured_2_days s on f.period_start >= s.first_day and f.period_end <= s.last_day
    where f.period_start is not null
        and superseded_by is null
        and ((f.stage is null) or (f.stage <> 'subscriber'))
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        coalesce("leads", 0) as "leads",
        case when bucket between date '2026-02-01' and date '2026-02-01' then coalesce("lead_increase.month_ago.leads", 0) end as "lead_increase.month_ago.leads"
    from spine left join measured_1 using (bucket) left join measured_2 using (bucket)
)
-- the formulas
select
    bucket,
    (cast(("leads" - "lead_increase.month_ago.leads") as double) / nullif(cast("lead_increase.month_ago.leads" as double), 0)) as "lead_increase"
from measures
