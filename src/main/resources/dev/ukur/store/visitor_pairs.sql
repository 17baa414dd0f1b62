-- Squares of what each visitor did in any run of days, as sums. A visitor's number over some days, squared, is the sum of
-- the products of every two of those days. So what all visitors did on one day is multiplied by what the same visitors
-- did on each day up to {{span}} days before it: a run of days no longer than that adds up the pairs that lie in it.
-- How many visitors did a thing in the run: on each day those who did it, less those who did it last on an earlier day.
-- What was done on a day itself stands where both days are that day, so that a rate and its interval are one reading.
-- Rows with a minus take back what was written before.

insert into main.visitor_pairs
with pairs as (
    select sign, cut, member, day, day as earlier,
        {{of_a_day}}
    from temp.told_days
    union all
    select later.sign, later.cut, later.member, later.day, earlier.day,
        {{of_two_days}}
    from temp.returning_days later
    join temp.returning_days earlier on earlier.visitor = later.visitor and earlier.sign = later.sign and earlier.cut = later.cut
        and earlier.member is not distinct from later.member
        and earlier.day < later.day and later.day - earlier.day < {{span}}
)
select cut, member, day, day, earlier,
    {{sums}}
from pairs
group by all
having {{something}}
order by day;
