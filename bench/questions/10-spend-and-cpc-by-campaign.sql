-- Ad spend and cost per click by campaign over 90 days.
-- ask: spend,cpc by campaign grain total days 90
select campaign, sum(spend) as spend,
    cast(sum(spend) filter (where clicks is not null) as double) / sum(clicks) as cpc
from ad_performance
where superseded_by is null and breakdown = 'campaign' and period_start between :first and :last
group by 1
