-- How many different visitors there were in any run of days, as sums. A visitor seen on a day is written down with the
-- day they were seen before; the visitors of the days a to b are those whose earlier day is before a or missing, since
-- each of them is so on exactly one of those days: the first. Rows with a minus take back what was written before.

insert into main.visitor_days
select who, cut, member, day, day, {{earlier}} as earlier, sum(sign) as visitors
from temp.told_days
cross join (values {{whos}}) as whos (who)
where {{came}}
group by all
having sum(sign) <> 0;
