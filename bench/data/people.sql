-- Orders of the visitors who bought, leads of those who asked, and some who subscribed.

insert into main.orders (account, load_id, source_line, row_hash, period_start, period_end, order_id, ordered_at, status,
    customer_id, sales_channel, items, total_paid, currency)
select 'shop', {{load}}, 0, hash(i), cast(ordered_at + interval 7 hour as date), cast(ordered_at + interval 7 hour as date),
    '#A' || i, ordered_at, case when hash(i, {{seed}}, 11) % 100 < 3 then 'cancelled' else 'paid' end,
    visitor_id, 'web', 1 + cast(hash(i, {{seed}}, 12) % 4 as bigint),
    50000 + cast(hash(i, {{seed}}, 10) % 1000000 as bigint), 'IDR'
from (select i, visitor_id, started_at + to_seconds((events - 1) * gap) as ordered_at from told_visits where buys) bought
order by i;

insert into main.leads (account, load_id, source_line, row_hash, period_start, period_end, lead_id, created_at, stage,
    source, medium, campaign, channel, mql_on, sql_on, customer_on)
select 'crm', {{load}}, 0, hash(i), day, day, 'L' || i, started_at,
    case when chance < 8 then 'customer' when chance < 20 then 'sql' when chance < 45 then 'mql' else 'lead' end,
    source, medium, campaign, channel,
    case when chance < 45 then day + 2 end, case when chance < 20 then day + 9 end, case when chance < 8 then day + 30 end
from (
    select *, cast(started_at + interval 7 hour as date) as day, hash(i, {{seed}}, 13) % 100 as chance
    from told_visits where asks
) asked
order by i;

insert into main.subscriptions (account, load_id, source_line, row_hash, period_start, period_end, subscription_id,
    customer_id, plan, status, started_on, ended_on, mrr, currency)
select 'billing', {{load}}, 0, hash(i), day, day, 'sub' || i, visitor_id, 'basic',
    case when ended is null then 'active' else 'canceled' end, day, ended, 99000, 'IDR'
from (
    select *, case when hash(i, {{seed}}, 15) % 100 < 60
            and day + cast(30 + hash(i, {{seed}}, 14) % 300 as integer) < date '{{first}}' + {{days}}
        then day + cast(30 + hash(i, {{seed}}, 14) % 300 as integer) end as ended
    from (select *, cast(started_at + interval 7 hour as date) as day from told_visits where fate between 200 and 209) s
) subscribed
order by i;
