-- Open rate and click rate of mailings by campaign over a year.
-- ask: email_open_rate,email_click_rate by campaign grain total days 365
select campaign,
    sum(unique_opens) filter (where delivered is not null and unique_opens is not null)
        / cast(sum(delivered) filter (where delivered is not null and unique_opens is not null) as double)
        as email_open_rate,
    sum(unique_clicks) filter (where delivered is not null and unique_clicks is not null)
        / cast(sum(delivered) filter (where delivered is not null and unique_clicks is not null) as double)
        as email_click_rate
from email_stats
where superseded_by is null and period_start between :first and :last
group by 1
