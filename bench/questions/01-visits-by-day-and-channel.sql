-- Visits by day and channel over a year.
-- ask: visits by channel grain day days 365
select period_start as period, channel, count(*) as visits
from visits
where superseded_by is null and period_start between :first and :last
group by 1, 2
