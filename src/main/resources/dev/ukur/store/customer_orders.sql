-- Kept orders with their number in their customer's life: the fact customer_orders of the catalogue, word for word.
select o.*, case when o.customer_id is not null then row_number() over (
    partition by o.customer_id
    order by coalesce(o.ordered_at, cast(o.period_start as timestamp)), o.order_id, o.account) end as order_no
from order_rows o
where o.status <> 'cancelled'
