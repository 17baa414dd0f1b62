with
-- visits from roll-up visit_days
measured_1 as (
    select
        date '2026-01-01' as bucket,
        f.device as "device",
        cast(coalesce(sum(f.visits), 0) as bigint) as "visits"
    from ukur.visit_days f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1, 2
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        "device",
        coalesce("visits", 0) as "visits"
    from measured_1
)
-- the formulas
select
    bucket,
    "device",
    "visits" as "visits"
from measures
order by bucket nulls last, "device" nulls last
