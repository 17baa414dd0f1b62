-- Each day of the visitors in question, with what they did on it, for visitor_days.sql and visitor_pairs.sql. Where they came
-- more than once, last_THING is the last earlier day on which they did THING.
-- Reads temp.told_visits: the visits told now (sign 1) and as told before (sign -1). A visitor seen once, as most are, has one
-- of each sign at most: there is nothing to sum and no earlier day, so only the others are grouped and put in order.

create or replace temp table told_days as
with asked as (
    select * from (values {{asked}}) as asked (cut)
),
returning_days as (
    select sign, cut, {{member}} as member, visitor, returns, period_start as day,
        {{sums}}
    from temp.told_visits
    cross join asked
    where returns
    group by all
)
select *,
    {{last_days}}
from returning_days
union all
select sign, cut, {{member}} as member, visitor, returns, period_start as day,
    {{of_one}},
    {{no_days}}
from temp.told_visits
cross join asked
where not returns;
