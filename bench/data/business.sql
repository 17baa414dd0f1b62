-- What a business has beside its site: ads, costs, mailings.

insert into main.ad_performance (account, load_id, source_line, row_hash, period_start, period_end, breakdown, platform,
    campaign_id, campaign, source, medium, channel, impressions, clicks, spend, currency)
select 'ads', {{load}}, 0, hash(d, c), date '{{first}}' + cast(d as integer), date '{{first}}' + cast(d as integer), 'campaign',
    'google_ads', 'id' || c, 'google-' || c, 'google', 'cpc', 'Paid Search',
    1000 + cast(hash(d, c, {{seed}}) % 90000 as bigint), 10 + cast(hash(d, c, {{seed}}, 1) % 900 as bigint),
    cast(20000 + hash(d, c, {{seed}}, 2) % 2000000 as bigint), 'IDR'
from range({{days}}) as t (d), range(200) as u (c)
order by d, c;

insert into main.costs (account, load_id, source_line, row_hash, period_start, period_end, item, category, amount, currency)
select 'ukur', {{load}}, 0, hash(d, c), date '{{first}}' + cast(d as integer), date '{{first}}' + cast(d as integer),
    'cost ' || c, case c when 0 then 'salary' when 1 then 'agency' when 2 then 'tool' else 'rent' end,
    100000 + cast(hash(d, c, {{seed}}) % 500000 as bigint), 'IDR'
from range({{days}}) as t (d), range(4) as u (c);

insert into main.email_stats (account, load_id, source_line, row_hash, period_start, period_end, campaign_id, campaign,
    sent, delivered, unique_opens, unique_clicks, unsubscribes)
select 'mail', {{load}}, 0, hash(d, c), date '{{first}}' + cast(d as integer), date '{{first}}' + cast(d as integer),
    'm' || d || '-' || c, 'Mailing ' || c, 10000, 9900 - cast(hash(d, c, {{seed}}) % 100 as bigint),
    1500 + cast(hash(d, c, {{seed}}, 1) % 2000 as bigint), 100 + cast(hash(d, c, {{seed}}, 2) % 400 as bigint), 5
from range({{days}}) as t (d), range(50) as u (c);
