-- Conversion rate by channel over 90 days.
-- ask: conversion_rate by channel grain total days 90
select channel, count(*) filter (where purchases > 0) / cast(count(*) as double) as conversion_rate
from visits
where superseded_by is null and period_start between :first and :last
group by 1
