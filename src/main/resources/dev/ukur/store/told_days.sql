-- Each day of the visitors in question, with what they did on it, for visitor_days.sql and visitor_pairs.sql. Where they came
-- more than once, last_THING is the last earlier day on which they did THING.
-- Reads temp.told_visits: the visits told now (sign 1) and as told before (sign -1). A visitor seen once, as most are, has one
-- of each sign at most: there is nothing to sum and no earlier day, so only the others are grouped and put in order.

create or replace temp table returning_days as
with days as (
    select sign, cut, {{member}} as member, visitor, period_start as day,
        {{sums}}
    from temp.told_visits
    cross join (values {{asked}}) as asked (cut)
    where returns
    group by all
)
select *,
    {{last_days}}
from days;

create or replace temp view told_days as
select * from temp.returning_days
union all
select sign, cut, {{member}} as member, visitor, period_start as day,
    {{of_one}},
    {{no_days}}
from temp.told_visits
cross join (values {{asked}}) as asked (cut)
where not returns;
