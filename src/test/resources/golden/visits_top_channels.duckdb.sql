with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01', date '2026-01-01', date '2026-02-28')
    ) as t (bucket, first_day, last_day)
),
-- rows of visits that are seen
visits as (
    select * from main.visits where superseded_by is null
),
-- fact own_visits
own_visits as (
    select * from visits
),
-- visits from own_visits
measured_1 as (
    select
        date '2026-01-01' as bucket,
        case when f.channel in ('Email', 'Direct') then f.channel else '(others)' end as "channel",
        count(*) as "visits"
    from own_visits f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1, 2
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        "channel",
        coalesce("visits", 0) as "visits"
    from measured_1
)
-- the formulas
select
    bucket,
    "channel",
    "visits" as "visits"
from measures
order by bucket nulls last, "channel" nulls last
