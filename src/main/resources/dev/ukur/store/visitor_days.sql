-- How many different visitors there were in any run of days, as sums. A visitor seen on a day is written down with the
-- day they were seen before; the visitors of the days a to b are those whose earlier day is before a or missing, since
-- each of them is so on exactly one of those days: the first. Rows with a minus take back what was written before.
-- Reads temp.told_visits: the visits told now (sign 1) and as told before (sign -1) of the visitors in question.

insert into main.visitor_days
select who, cut, member, day, day, earlier, sum(sign) as visitors
from (
    select who, cut, sign, member, day,
        lag(day) over (partition by who, cut, sign, member, visitor order by day) as earlier
    from (
        select distinct who, cut, sign, {{member}} as member, visitor, period_start as day
        from temp.told_visits
        cross join (values {{asked}}) as asked (who, cut)
        where {{filter}}
    ) seen
) told
group by all
having sum(sign) <> 0;
