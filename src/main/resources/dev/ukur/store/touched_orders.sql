-- The numbers of the orders whose rows in kept facts load {{load}} may have changed: orders that it told, known orders whose
-- purchase it told, and those placed by visitors whose visits it built anew; and the customers of all these orders, in
-- any version.

create or replace temp table touched_orders as
select replace(order_id, '#', '') as order_key
from main.orders
where load_id = {{load}} or superseded_by = {{load}}
union
select replace(transaction_id, '#', '')
from main.events
where event_name = 'purchase' and transaction_id is not null and (load_id = {{load}} or superseded_by = {{load}})
    and replace(transaction_id, '#', '') in (select replace(order_id, '#', '') from main.orders)
union
select replace(e.transaction_id, '#', '')
from main.events e
semi join (
    select account, visitor_id from main.visits where load_id = {{load}} or superseded_by = {{load}}
) v on v.account = e.account and v.visitor_id = coalesce(e.anonymous_id, e.user_id, e.event_id)
where e.event_name = 'purchase' and e.transaction_id is not null and e.superseded_by is null
    and replace(e.transaction_id, '#', '') in (select replace(order_id, '#', '') from main.orders);

create or replace temp table touched_customers as
select distinct customer_id
from main.orders
where customer_id is not null and replace(order_id, '#', '') in (select order_key from temp.touched_orders)
