-- Conversion rate by channel over 90 days.
-- ask: conversion_rate by channel grain total days 90
select channel, count(*) filter (where purchases > 0) / cast(count(*) as double) as conversion_rate
from visits
where superseded_by is null and period_start between :first and :last
group by 1

-- with the sums that its interval is computed from:
select channel, sum(x) / cast(sum(y) as double) as conversion_rate, count(*) as n, sum(x) as x, sum(y) as y, sum(x * x) as xx,
    sum(y * y) as yy, sum(x * y) as xy
from (
    select channel, count(*) filter (where purchases > 0) as x, count(*) as y
    from visits
    where superseded_by is null and period_start between :first and :last
    group by channel, visitor_id
) visitors
group by 1
