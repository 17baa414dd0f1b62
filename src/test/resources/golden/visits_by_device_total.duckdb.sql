with
-- visits from roll-up visit_days
measured_1 as (
    select
        date '2026-01-01' as bucket,
        f.device as "device",
        cast(coalesce(sum(f.visits), 0) as bigint) as "visits"
    from main.visit_days f
    where f.period_start >= date '2026-01-01'
        and f.period_start <= date '2026-02-28'
    group by 2
)
-- the formulas
select
    bucket,
    "device",
    "visits" as "visits"
from measured_1
