-- The main question of each page of the dashboard as SQL by hand: what the engine alone needs for it. A line with an address
-- begins each; the answers are not compared, since pages say more than the one number.

-- /
select date_trunc('month', ordered_at + interval 7 hour) as month, count(*) as orders, sum(total_paid) as revenue
from orders where superseded_by is null and status <> 'cancelled' group by 1 order by 1;

-- /kpi/pertumbuhan-pelanggan
select date_trunc('month', first) as month, count(*) from (
    select customer_id, min(ordered_at + interval 7 hour) as first
    from orders where superseded_by is null and status <> 'cancelled' group by 1) group by 1 order by 1;

-- /kpi/toko-yang-menjual
select date_trunc('month', period_start) as month, count(*) as visits, avg((purchases > 0)::int) as conversion_rate
from visits where superseded_by is null group by 1 order by 1;

-- /kpi/seragam-kantor
select date_trunc('month', created_at + interval 7 hour) as month, count(*) as leads
from leads where superseded_by is null group by 1 order by 1;

-- /review
select date_trunc('month', period_start) as month, count(*) as visits, avg((purchases > 0)::int) as conversion_rate
from visits where superseded_by is null group by 1 order by 1;

-- /goals
select date_trunc('week', period_start) as week, count(*) as visits, avg((purchases > 0)::int) as conversion_rate
from visits where superseded_by is null group by 1 order by 1;

-- /acquisition
select channel, count(*) as visits, avg((purchases > 0)::int) as conversion_rate, avg(bounced::int) as bounce_rate
from visits where superseded_by is null and period_start between date '2026-10-01' and date '2026-10-31'
group by 1 order by 2 desc;

-- /campaigns
select campaign, sum(spend) as spend, sum(impressions) as impressions, sum(clicks) as clicks
from ad_performance where superseded_by is null and period_start between date '2026-10-01' and date '2026-10-31'
group by 1 order by 2 desc;

-- /keywords
select keyword, sum(clicks) as clicks, sum(impressions) as impressions
from search_rankings where superseded_by is null and period_start between date '2026-10-01' and date '2026-10-31'
group by 1 order by 2 desc limit 50;

-- /email
select campaign, sum(delivered) as delivered, sum(unique_opens) as opens
from email_stats where superseded_by is null and period_start between date '2026-10-01' and date '2026-10-31'
group by 1 order by 2 desc;

-- /brand
select date_trunc('month', period_start) as month, sum(clicks) filter (is_branded) as branded
from search_rankings where superseded_by is null group by 1 order by 1;

-- /leads
select channel, count(*) as leads, count(mql_at) as mql, count(sql_at) as sql
from leads where superseded_by is null group by 1 order by 2 desc;

-- /attribution
select channel, count(*) from (
    select v.visitor_id, max_by(v.channel, v.started_at) as channel
    from visits v join (
        select visitor_id, min(started_at) as bought from visits
        where superseded_by is null and purchases > 0 group by 1) b
        on v.visitor_id = b.visitor_id and v.started_at between b.bought - interval 30 day and b.bought
    where v.superseded_by is null group by 1) group by 1 order by 2 desc;

-- /funnel
select count(distinct visitor_id), count(distinct visitor_id) filter (add_to_carts > 0),
    count(distinct visitor_id) filter (purchases > 0)
from visits where superseded_by is null and period_start between date '2026-10-01' and date '2026-10-31';

-- /customers
select date_trunc('month', first) as joined, date_diff('month', first, ordered_at) as passed, count(distinct customer_id)
from (select customer_id, ordered_at, min(ordered_at) over (partition by customer_id) as first
    from orders where superseded_by is null and status <> 'cancelled') group by 1, 2 order by 1, 2;

-- /customers/churn
select date_trunc('month', ended_on) as month, count(*) from subscriptions where superseded_by is null group by 1 order by 1;

-- /customers/value
select count(*), avg(spent) from (
    select customer_id, sum(total_paid) as spent from orders
    where superseded_by is null and status <> 'cancelled' group by 1);

-- /customers/behaviour
select orders, count(*) from (
    select customer_id, count(*) as orders from orders
    where superseded_by is null and status <> 'cancelled' group by 1) group by 1 order by 1;

-- /impact?occasion=twin-dates&metric=orders
select date_trunc('day', ordered_at + interval 7 hour) as day, count(*) from orders
where superseded_by is null and status <> 'cancelled' group by 1 order by 1;

-- /impact?occasion=lebaran-2026&metric=revenue
select date_trunc('day', ordered_at + interval 7 hour) as day, sum(total_paid) from orders
where superseded_by is null and status <> 'cancelled' group by 1 order by 1;

-- /explore?metric=visits&by=channel&grain=month
select date_trunc('month', period_start) as month, channel, count(*) from visits
where superseded_by is null group by 1, 2 order by 1, 2;

-- /data
select profile, account, count(*), max(loaded_at) from loads group by 1, 2 order by 1, 2;

-- /glossary
select name from canonical_table order by 1;
