-- New customers of a year by the channel of the visit in which they ordered.
-- ask: new_customers by channel grain total days 365
with numbered as (
    select order_id, period_start,
        row_number() over (partition by customer_id order by ordered_at, order_id) as order_no
    from orders
    where superseded_by is null and status <> 'cancelled' and customer_id is not null
),
firsts as (
    select replace(order_id, '#', '') as order_key
    from numbered
    where order_no = 1 and period_start between :first and :last
),
placed as (
    select e.transaction_id, arg_min(v.channel, row(e.event_time, e.event_id)) as channel
    from events e
    join firsts f on f.order_key = e.transaction_id
    join visits v on v.account = e.account and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
        and e.event_time between v.started_at and v.ended_at
    where e.superseded_by is null and v.superseded_by is null and e.event_name = 'purchase'
    group by 1
)
select coalesce(p.channel, 'Unassigned') as channel, count(*) as new_customers
from firsts f
left join placed p on p.transaction_id = f.order_key
group by 1
