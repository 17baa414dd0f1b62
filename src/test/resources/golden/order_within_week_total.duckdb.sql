with
-- rows of visits that are seen
own_visits as (
    select * from main.visits where superseded_by is null
),
-- rows of orders that are seen
order_rows as (
    select * from main.orders where superseded_by is null
),
-- fact visits_before_orders
visits_before_orders as (
    with moments as (
        select b.visitor_id as entity, cast(b.period_start as timestamp) as moment, 0 as is_conversion,
            b.period_start as period_start, b.period_end as period_end, b.campaign as campaign, b.channel as channel, b.country as country, b.device as device, b.term as keyword, b.landing_page as landing_page, b.medium as medium, b.source as source
        from own_visits b
        union all
        select c.customer_id, cast(c.period_start as timestamp), 1, null, null, null, null, null, null, null, null, null, null
        from order_rows c where c.customer_id is not null
    )
    select period_start, period_end, entity, campaign, channel, country, device, keyword, landing_page, medium, source,
        coalesce(entity is not null and next_is_conversion = 1
            and next_moment <= moment + interval '7' day, false) as converted,
        case when next_is_conversion = 1 then cast(next_moment as date) end as converted_on
    from (
        select m.*,
            lead(is_conversion) over (partition by entity order by moment, is_conversion) as next_is_conversion,
            lead(moment) over (partition by entity order by moment, is_conversion) as next_moment
        from moments m
    ) n
    where is_conversion = 0
),
-- visits_with_order, visits_considered from visits_before_orders
measured_1 as (
    select
        date '2026-01-01' as bucket,
        count(*) filter (where f.converted) as "visits_with_order",
        count(*) as "visits_considered"
    from visits_before_orders f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
    group by 1
)
-- the formulas
select
    bucket,
    (cast("visits_with_order" as double) / nullif(cast("visits_considered" as double), 0)) as "order_within_week",
    "visits_with_order" as "order_within_week__first",
    "visits_considered" as "order_within_week__second"
from measured_1
