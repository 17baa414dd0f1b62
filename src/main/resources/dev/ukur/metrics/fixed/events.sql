-- 120,000 events, three of each visit, forty seconds apart: a page, a cart or a page, a purchase or a checkout or a page
select 'web' as account, {{day}} as period_start, {{day}} as period_end,
    'e' || cast(i as varchar) || '-' || cast(k as varchar) as event_id,
    case when k = 1 and i % 3 = 0 then 'add_to_cart' when k = 2 and i % 12 = 0 then 'purchase'
        when k = 2 and i % 6 = 0 then 'begin_checkout' else 'page_view' end as event_name,
    started_at + k * interval '40' second as event_time,
    'p' || cast(i % 9973 as varchar) as anonymous_id, 'v' || cast(i as varchar) as visit_id,
    case i % 4 when 0 then '/' when 1 then '/promo' else '/produk/' || cast(i % 17 as varchar) end as page_path,
    case i % 5 when 0 then 'google' when 1 then 'surat' when 2 then 'facebook' end as source,
    case i % 5 when 0 then 'cpc' when 1 then 'email' when 2 then 'social' end as medium,
    case when i % 5 = 0 then 'K' || cast(i % 3 as varchar) end as campaign,
    {{channel}} as channel, i % 5 = 0 as is_paid,
    case i % 3 when 0 then 'desktop' when 1 then 'mobile' end as device,
    case when k = 2 and i % 12 = 0 then 'o' || cast(i as varchar) end as transaction_id
from ({{moments 40000}}) m cross join (values (0), (1), (2)) as s (k)
