with
-- rows of lead_stages that are seen
lead_stages as (
    select * from main.lead_stages where superseded_by is null
),
-- fact lead_paths
lead_paths as (
    select account, lead_id, min(period_start) as period_start, min(period_start) as period_end,
        max(owner) as owner, max(channel) as channel,
        min(case when stage = 'lead' then entered_at end) as lead_at,
        min(case when stage = 'mql' then entered_at end) as mql_at,
        min(case when stage = 'sal' then entered_at end) as sal_at,
        min(case when stage = 'sql' then entered_at end) as sql_at,
        min(case when stage = 'opportunity' then entered_at end) as opportunity_at,
        min(case when stage = 'customer' then entered_at end) as customer_at,
        min(case when stage = 'mql' then period_start end) as mql_on,
        min(case when stage = 'sal' then period_start end) as sal_on,
        min(case when stage = 'sql' then period_start end) as sql_on,
        min(case when stage = 'customer' then period_start end) as customer_on
    from lead_stages
    group by 1, 2
),
-- fact stage_moves
stage_moves as (
    select m.*, cast(date_diff('second', date_trunc('second', m.from_at), date_trunc('second', m.to_at)) as double)
        / 86400 as days
    from (
        select account, lead_id, owner, channel, 'lead_mql' as move, lead_at as from_at, mql_at as to_at,
            mql_on as period_start, mql_on as period_end from lead_paths
        union all
        select account, lead_id, owner, channel, 'mql_sales', mql_at, coalesce(sal_at, sql_at),
            coalesce(sal_on, sql_on), coalesce(sal_on, sql_on) from lead_paths
        union all
        select account, lead_id, owner, channel, 'mql_sql', mql_at, sql_at, sql_on, sql_on from lead_paths
        union all
        select account, lead_id, owner, channel, 'sql_customer', sql_at, customer_at, customer_on, customer_on
        from lead_paths
        union all
        select account, lead_id, owner, channel, 'lead_customer', lead_at, customer_at, customer_on, customer_on
        from lead_paths
    ) m
    where m.from_at <= m.to_at
),
-- middle_days_lead_mql from stage_moves
measured_1 as (
    select
        make_date(year(f.period_start), month(f.period_start), 1) as bucket,
        quantile_cont(cast(f.days as double), 0.5) filter (where (f.move = 'lead_mql')) as "middle_days_lead_mql",
        list_sort(list(cast(f.days as double)) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null))[cast(round(count(*) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null) * 0.5 - 1.959964 * sqrt(count(*) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null) * 0.5 * (1 - 0.5))) as bigint)] as "days_lead_to_mql__low",
        list_sort(list(cast(f.days as double)) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null))[cast(round(1 + count(*) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null) * 0.5 + 1.959964 * sqrt(count(*) filter (where (f.move = 'lead_mql') and cast(f.days as double) is not null) * 0.5 * (1 - 0.5))) as bigint)] as "days_lead_to_mql__high"
    from stage_moves f
    where f.period_start >= date '2026-01-01'
        and f.period_end <= date '2026-02-28'
        and make_date(year(f.period_start), month(f.period_start), 1) = make_date(year(f.period_end), month(f.period_end), 1)
        and (f.move = 'lead_mql')
    group by 1
),
-- no rows are nought where the data speak of the period, and unknown where they do not
measures as (
    select
        bucket,
        case when bucket between date '2026-01-01' and date '2026-01-01' then "middle_days_lead_mql" end as "middle_days_lead_mql",
        "days_lead_to_mql__low",
        "days_lead_to_mql__high"
    from measured_1
)
-- the formulas
select
    bucket,
    "middle_days_lead_mql" as "days_lead_to_mql",
    "days_lead_to_mql__low",
    "days_lead_to_mql__high"
from measures
