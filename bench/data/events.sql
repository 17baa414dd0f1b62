-- The events of those visits, about four each: the pages seen, then what else the visitor did.
insert into main.events (account, load_id, source_line, row_hash, period_start, period_end, event_id, event_name,
    event_time, anonymous_id, visit_id, page_path, source, medium, campaign, channel, is_paid, device, country, value,
    currency, transaction_id)
select
    'web', {{load}}, k + 1, hash(i, k),
    cast(event_time + interval 7 hour as date), cast(event_time + interval 7 hour as date),
    'e' || (i * 16 + k), event_name, event_time, visitor_id, 's' || i,
    case when event_name = 'page_view'
        then '/p/' || cast(floor(2000 * pow((hash(i, {{seed}}, 20 + k) % 1000) / 1000.0, 3)) as bigint) end,
    source, medium, campaign, channel, is_paid, device, country,
    case when event_name = 'purchase' then 50000 + cast(hash(i, {{seed}}, 10) % 1000000 as bigint) end,
    case when event_name = 'purchase' then 'IDR' end,
    case when event_name = 'purchase' then 'A' || i end
from (
    select v.*, k, v.started_at + to_seconds(k * v.gap) as event_time,
        case
            when k < v.pages then 'page_view'
            when v.asks then 'form_submit'
            when k = v.pages then 'add_to_cart'
            when k = v.pages + 1 then 'begin_checkout'
            else 'purchase'
        end as event_name
    from told_visits v, range(v.events) as r (k)
) told;
