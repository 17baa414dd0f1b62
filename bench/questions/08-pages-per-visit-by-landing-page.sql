-- Pages per visit by landing page over 90 days.
-- ask: pages_per_visit by landing_page grain total days 90
select landing_page, sum(pageviews) / cast(count(*) as double) as pages_per_visit
from visits
where superseded_by is null and period_start between :first and :last
group by 1
