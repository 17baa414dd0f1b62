-- the same funnel as a chain of ASOF joins: each step finds the latest way that had come one step less far
with
steps as (
    select
        coalesce(anonymous_id, user_id, event_id) as visitor,
        event_time as moment,
        case
            when event_name = 'page_view' then case when page_path = '/p/0' then 2 else 1 end
            when event_name = 'add_to_cart' then 3
            when event_name = 'begin_checkout' then 4
            else 5
        end as step
    from main.events
    where superseded_by is null
        and event_name in ('page_view', 'add_to_cart', 'begin_checkout', 'purchase')
),
first as (select visitor, moment, moment as begun from steps where step = 1),
second as (
    select s.visitor, s.moment, w.begun
    from (select * from steps where step = 2) s asof join first w on w.visitor = s.visitor and w.moment <= s.moment
    where s.moment - w.begun <= interval 7 day
),
third as (
    select s.visitor, s.moment, w.begun
    from (select * from steps where step = 3) s asof join second w on w.visitor = s.visitor and w.moment <= s.moment
    where s.moment - w.begun <= interval 7 day
),
fourth as (
    select s.visitor, s.moment, w.begun
    from (select * from steps where step = 4) s asof join third w on w.visitor = s.visitor and w.moment <= s.moment
    where s.moment - w.begun <= interval 7 day
),
fifth as (
    select s.visitor, s.moment, w.begun
    from (select * from steps where step = 5) s asof join fourth w on w.visitor = s.visitor and w.moment <= s.moment
    where s.moment - w.begun <= interval 7 day
)
select
    (select count(distinct visitor) from first) as reached_1,
    (select count(distinct visitor) from second) as reached_2,
    (select count(distinct visitor) from third) as reached_3,
    (select count(distinct visitor) from fourth) as reached_4,
    (select count(distinct visitor) from fifth) as reached_5
