-- Bounce rate by device over 90 days.
-- ask: bounce_rate by device grain total days 90
select device, count(*) filter (where bounced) / cast(count(*) as double) as bounce_rate
from visits
where superseded_by is null and period_start between :first and :last
group by 1
