-- 20,000 orders: those of the visits that bought, and as many again of a marketplace that tells no visit
select case when i % 12 = 0 then 'web' else 'pasar' end as account, {{day}} as period_start, {{day}} as period_end,
    'o' || cast(i as varchar) as order_id, started_at as ordered_at,
    case i % 10 when 9 then 'cancelled' when 8 then 'pending' else 'paid' end as status,
    'c' || cast(i % 4999 as varchar) as customer_id,
    case when i % 12 = 0 then 'web' else 'shopee' end as sales_channel,
    case i % 3 when 0 then 'COD' when 1 then 'Transfer' end as payment_method,
    case when i % 12 = 0 then {{channel}} else 'Marketplace' end as channel,
    1 + i % 3 as items, cast((i * 104729 % 90000000) * 0.01 as decimal(18, 4)) as total_paid,
    cast(case when i % 29 = 0 then 12.5 else 0 end as decimal(18, 4)) as refund_amount, 'IDR' as currency
from ({{moments 20000}}) m
