-- Leads, marketing qualified, sales qualified, customers: each by the month in which it happened, over a year.
-- ask: leads,mql,sql,customers_from_leads grain month days 365
with told as (
    select period_start as day, 'lead' as step from leads
    where superseded_by is null and (stage is null or stage <> 'subscriber')
    union all
    select mql_on, 'mql' from leads where superseded_by is null
    union all
    select sql_on, 'sql' from leads where superseded_by is null
    union all
    select customer_on, 'customer' from leads where superseded_by is null
)
select greatest(cast(date_trunc('month', day) as date), :first) as period,
    count(*) filter (where step = 'lead') as leads,
    count(*) filter (where step = 'mql') as mql,
    count(*) filter (where step = 'sql') as sql,
    count(*) filter (where step = 'customer') as customers_from_leads
from told
where day between :first and :last
group by 1
