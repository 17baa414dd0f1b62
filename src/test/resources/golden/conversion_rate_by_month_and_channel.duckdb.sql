with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01', date '2026-01-01', date '2026-01-31'),
        (date '2026-02-01', date '2026-02-01', date '2026-02-28')
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
-- purchase_visits, own_visit_count from own_visits
measured_1 as (
    select
        cast(date_trunc('month', f.period_start) as date) as bucket,
        f.channel as "channel",
        count(*) filter (where (f.purchases > 0)) as "purchase_visits",
        count(*) as "own_visit_count"
    from own_visits f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1, 2
),
-- all measures side by side; every period is there, and every member in each
cells as (
    select bucket, "channel", max("purchase_visits") as "purchase_visits", max("own_visit_count") as "own_visit_count"
    from (
        select bucket, "channel", "purchase_visits", "own_visit_count" from measured_1
        union all
        select s.bucket, m."channel", null, null from spine s cross join (select "channel" from measured_1) m
    ) parts
    group by 1, 2
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        "channel",
        coalesce("purchase_visits", 0) as "purchase_visits",
        coalesce("own_visit_count", 0) as "own_visit_count"
    from cells
)
-- the formulas
select
    bucket,
    "channel",
    (cast("purchase_visits" as double) / nullif(cast("own_visit_count" as double), 0)) as "conversion_rate",
    "purchase_visits" as "conversion_rate__first",
    "own_visit_count" as "conversion_rate__second"
from measures
order by bucket nulls last, "channel" nulls last
