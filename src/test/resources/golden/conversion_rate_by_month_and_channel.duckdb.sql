with
-- purchase_visits, own_visit_count from roll-up visitor_pairs
measured_1 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        f.member as "channel",
        cast(coalesce(sum(f.purchase_visits), 0) as bigint) as "purchase_visits",
        cast(coalesce(sum(f.visits), 0) as bigint) as "own_visit_count",
        sum(f.visitors_of_visits) as "conversion_rate__n",
        sum(f.purchase_visits_x_purchase_visits) as "conversion_rate__xx",
        sum(f.visits_x_visits) as "conversion_rate__yy",
        sum(f.purchase_visits_x_visits) as "conversion_rate__xy"
    from main.visitor_pairs f
    where f.period_start >= date '2026-01-01'
        and f.period_start <= date '2026-02-28'
        and f.cut = 'channel'
        and f.earlier >= greatest(date '2026-01-01', make_date(year(f.period_start), month(f.period_start), 1))
    group by 1, 2
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
from measured_1
