-- Adds to temp.erase_map who else the people in it are known to be: the user who placed one of their orders, and the
-- visitors that they were, by log-ins and orders. Run until it adds nobody.
insert into temp.erase_map
select old, 'erased-' || uuid(), kind
from (
    -- the signed-in user of a purchase event that carries the number of one of their orders
    select e.user_id as old, 'person' as kind
    from main.events e
    join main.orders o on replace(o.order_id, '#', '') = replace(e.transaction_id, '#', '')
    where e.event_name = 'purchase' and o.customer_id in (select old from temp.erase_map where kind = 'person')
    union
    -- the visitor of such an event
    select e.anonymous_id, 'visitor'
    from main.events e
    join main.orders o on replace(o.order_id, '#', '') = replace(e.transaction_id, '#', '')
    where e.event_name = 'purchase' and o.customer_id in (select old from temp.erase_map where kind = 'person')
    union
    -- the visitor who signed in
    select e.anonymous_id, 'visitor'
    from main.events e
    where e.user_id in (select old from temp.erase_map where kind = 'person')
) linked
where old is not null and old not in (select old from temp.erase_map)
