with
-- the periods of the answer
spine as (
    select * from (values
        (date '2026-01-01'),
        (date '2026-02-01')
    ) as t (bucket)
),
-- purchase_visits, own_visit_count from roll-up visitor_pairs
measured_1 as (
    select
        cast(date_trunc('month', f.period_start) as date) as bucket,
        f.member as "channel",
        cast(coalesce(sum(f.purchase_visits), 0) as bigint) as "purchase_visits",
        cast(coalesce(sum(f.visits), 0) as bigint) as "own_visit_count",
        sum(f.visitors_of_visits) as "conversion_rate__n",
        sum(f.purchase_visits_x_purchase_visits) as "conversion_rate__xx",
        sum(f.visits_x_visits) as "conversion_rate__yy",
        sum(f.purchase_visits_x_visits) as "conversion_rate__xy"
    from main.visitor_pairs f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
        and f.cut = 'channel'
        and f.earlier >= greatest(date '2026-01-01', cast(date_trunc('month', f.period_start) as date))
    group by 1, 2
),
-- all measures side by side; every period is there, and every member in each
cells as (
    select bucket, "channel", max("purchase_visits") as "purchase_visits", max("own_visit_count") as "own_visit_count", max("conversion_rate__n") as "conversion_rate__n", max("conversion_rate__xx") as "conversion_rate__xx", max("conversion_rate__yy") as "conversion_rate__yy", max("conversion_rate__xy") as "conversion_rate__xy"
    from (
        select bucket, "channel", "purchase_visits", "own_visit_count", "conversion_rate__n", "conversion_rate__xx", "conversion_rate__yy", "conversion_rate__xy" from measured_1
        union all
        select s.bucket, m."channel", null, null, null, null, null, null from spine s cross join (select distinct "channel" from measured_1) m
    ) parts
    group by 1, 2
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        "channel",
        coalesce("purchase_visits", 0) as "purchase_visits",
        coalesce("own_visit_count", 0) as "own_visit_count",
        "conversion_rate__n",
        "conversion_rate__xx",
        "conversion_rate__yy",
        "conversion_rate__xy"
    from cells
)
-- the formulas
select
    bucket,
    "channel",
    (cast("purchase_visits" as double) / nullif(cast("own_visit_count" as double), 0)) as "conversion_rate",
    "purchase_visits" as "conversion_rate__first",
    "own_visit_count" as "conversion_rate__second",
    "conversion_rate__n",
    "conversion_rate__xx",
    "conversion_rate__yy",
    "conversion_rate__xy"
from measures
order by bucket nulls last, "channel" nulls last
