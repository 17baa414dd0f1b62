-- Squares of what each visitor did in any run of days, as sums. A visitor's number over some days, squared, is the sum of
-- the products of every two of those days. So what all visitors did on one day is multiplied by what the same visitors
-- did on each day up to {{span}} days before it: a run of days no longer than that adds up the pairs that lie in it.
-- How many visitors did a thing in the run: on each day those who did it, less those who did it last on an earlier day.
-- What was done on a day itself stands where both days are that day, so that a rate and its interval are one reading.
-- Rows with a minus take back what was written before. Reads temp.told_visits, as visitor_days.sql does.

insert into main.visitor_pairs
with days as (
    select sign, cut, {{member}} as member, visitor, returns, period_start as day,
        {{factors}}
    from temp.told_visits
    cross join (values {{asked}}) as asked (cut)
    group by all
),
-- each day of the visitors who were seen more than once, with the last day before it on which they did a thing
returning_days as (
    select *,
        {{last_days}}
    from days
    where returns
),
pairs as (
    select sign, cut, member, day, day as earlier,
        {{of_a_day}}
    from days
    union all
    select later.sign, later.cut, later.member, later.day, earlier.day,
        {{of_two_days}}
    from returning_days later
    join returning_days earlier on earlier.visitor = later.visitor and earlier.sign = later.sign and earlier.cut = later.cut
        and earlier.member is not distinct from later.member
        and earlier.day < later.day and later.day - earlier.day < {{span}}
)
select cut, member, day, day, earlier,
    {{sums}}
from pairs
group by all
having {{something}}
order by day;
