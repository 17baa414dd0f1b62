-- 40,000 visits of up to 9,973 visitors from January to July 2026; every one tells its own number
select 'web' as account, {{day}} as period_start, {{day}} as period_end,
    'v' || cast(i as varchar) as visit_id, 'p' || cast(i % 9973 as varchar) as visitor_id,
    started_at, started_at + interval '80' second as ended_at,
    case i % 4 when 0 then '/' when 1 then '/promo' else '/produk/' || cast(i % 17 as varchar) end as landing_page,
    case i % 5 when 0 then 'google' when 1 then 'surat' when 2 then 'facebook' end as source,
    case i % 5 when 0 then 'cpc' when 1 then 'email' when 2 then 'social' end as medium,
    case when i % 5 = 0 then 'K' || cast(i % 3 as varchar) end as campaign,
    {{channel}} as channel, i % 5 = 0 as is_paid,
    case i % 3 when 0 then 'desktop' when 1 then 'mobile' end as device,
    i < 9973 as is_new, 1 + i % 4 as pageviews, 3 as events, i % 4 = 0 as bounced, i % 4 <> 0 as engaged,
    i % 600 as duration_s, case when i % 12 = 0 then 1 else 0 end as purchases,
    case when i % 31 = 0 then 1 else 0 end as form_submits, case when i % 57 = 0 then 1 else 0 end as sign_ups,
    case when i % 3 = 0 then 1 else 0 end as add_to_carts, case when i % 6 = 0 then 1 else 0 end as checkouts,
    'sessionised' as built_by
from ({{moments 40000}}) m
