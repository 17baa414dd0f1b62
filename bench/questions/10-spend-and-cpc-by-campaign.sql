-- Ad spend and cost per click by campaign over 90 days.
-- ask: spend,cpc by campaign grain total days 90
select campaign, sum(spend) as spend,
    cast(sum(spend) filter (where clicks is not null) as double) / sum(clicks) as cpc
from ad_performance
where superseded_by is null and breakdown = 'campaign' and period_start between :first and :last
group by 1

-- with the sums that its interval is computed from:
select campaign, sum(spend) as spend,
    cast(sum(spend) filter (where clicks is not null) as double) / sum(clicks) as cpc, count(*) as n,
    sum(cast(spend as double) * spend) filter (where clicks is not null) as xx, sum(cast(clicks as double) * clicks) as yy,
    sum(cast(spend as double) * clicks) as xy
from ad_performance
where superseded_by is null and breakdown = 'campaign' and period_start between :first and :last
group by 1
