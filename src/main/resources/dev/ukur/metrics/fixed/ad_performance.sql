-- 20,000 rows of a campaign report: money with four places, and clicks of about a tenth of what was shown
select 'iklan' as account, {{day}} as period_start, {{day}} as period_end, 'campaign' as breakdown,
    case i % 2 when 0 then 'google' else 'surat' end as platform, 'K' || cast(i as varchar) as campaign,
    case i % 2 when 0 then 'google' else 'surat' end as source,
    case i % 2 when 0 then 'cpc' else 'email' end as medium,
    case i % 2 when 0 then 'Paid Search' else 'Email' end as channel,
    100 + i % 977 as impressions, i % 97 as clicks,
    cast((i * 7919 % 1000000) * 0.0001 as decimal(18, 4)) as spend, 'IDR' as currency,
    cast(i % 5 as decimal(18, 4)) as conversions, cast((i % 5) * 1000.25 as decimal(18, 4)) as conversions_value
from ({{moments 20000}}) m
