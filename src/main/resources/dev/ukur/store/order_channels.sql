-- Orders with the channel of the visit in which they were placed: the fact order_channels of the catalogue, word for word.
with bought as (
    select distinct replace(e.transaction_id, '#', '') as order_key, e.account, e.event_time, e.event_id,
        coalesce(e.anonymous_id, e.user_id, e.event_id) as visitor_id
    from events e
    where e.event_name = 'purchase' and e.transaction_id is not null
),
purchases as (
    select b.order_key,
        min_by(v.channel, row(b.event_time, b.event_id, b.account, v.started_at, coalesce(v.channel, ''))) as channel,
        min_by(row(v.source, v.medium, v.campaign, v.is_paid),
            row(b.event_time, b.event_id, b.account, v.started_at, coalesce(v.channel, ''), v.visit_id)) as visit
    from bought b
    join visits v on v.account = b.account and v.visitor_id = b.visitor_id
        and b.event_time >= v.started_at and b.event_time <= v.ended_at
    group by 1
)
select o.account, o.period_start, o.period_end, o.order_id, o.ordered_at, o.status, o.customer_id,
    o.sales_channel, o.payment_method, o.country, o.region, o.city, o.items, o.gross_items, o.discount,
    o.shipping_charged, o.tax, o.total_paid, o.refund_amount, o.currency,
    coalesce(p.channel, o.channel, 'Unassigned') as channel,
    case when p.order_key is null then o.source else p.visit[1] end as source,
    case when p.order_key is null then o.medium else p.visit[2] end as medium,
    case when p.order_key is null then o.campaign else p.visit[3] end as campaign,
    coalesce(p.visit[4], o.channel in ('Paid Search', 'Paid Social', 'Paid Shopping', 'Paid Video', 'Paid Other',
        'Display'), false) as is_paid
from orders o
left join purchases p on p.order_key = replace(o.order_id, '#', '')
