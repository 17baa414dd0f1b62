-- The same with the channel of each: the fact customer_order_channels of the catalogue, word for word.
select o.*, case when o.customer_id is not null then row_number() over (
    partition by o.customer_id
    order by coalesce(o.ordered_at, cast(o.period_start as timestamp)), o.order_id, o.account) end as order_no
from order_channels o
where o.status <> 'cancelled'
