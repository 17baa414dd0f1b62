-- The visits {{from}} to {{to}} of {{visits}} over {{days}} days, in order of time. About two thirds are of new visitors, four in ten see one page,
-- one in forty buys. Whatever looks like chance is a hash of the visit's number and the seed.

create or replace temp table lanes as
select * from (values
    (0, 'google', 'organic', 'Organic Search', false, 26),
    (1, '(direct)', '(none)', 'Direct', false, 46),
    (2, 'google', 'cpc', 'Paid Search', true, 62),
    (3, 'facebook', 'paid_social', 'Paid Social', true, 72),
    (4, 'instagram', 'social', 'Organic Social', false, 80),
    (5, 'newsletter', 'email', 'Email', false, 86),
    (6, 'tiktok', 'paid_social', 'Paid Social', true, 90),
    (7, 'bing', 'organic', 'Organic Search', false, 92),
    (8, 'youtube', 'video', 'Organic Video', false, 94),
    (9, 'partner.example', 'referral', 'Referral', false, 96),
    (10, 'whatsapp', 'social', 'WhatsApp', false, 98),
    (11, 'google', 'display', 'Display', true, 100)
) as t (lane, source, medium, channel, is_paid, below);

create or replace temp view plain_visits as
select
    i,
    timestamp '{{first}} 00:00:00' - interval 7 hour
        + to_microseconds(cast(i * ({{days}} * 86400000000.0 / {{visits}}) as bigint)) as started_at,
    case
        when i = 0 or floor(i * 0.68) > floor((i - 1) * 0.68) then cast(floor(i * 0.68) as bigint)
        else cast(floor(i * 0.68 * sqrt((hash(i, {{seed}}, 1) % 1000000) / 1000000.0)) as bigint)
    end as visitor,
    i = 0 or floor(i * 0.68) > floor((i - 1) * 0.68) as is_new,
    case when hash(i, {{seed}}, 2) % 100 < 42 then 1
        else 2 + cast(hash(i, {{seed}}, 3) % 9 as bigint) end as pages,
    hash(i, {{seed}}, 4) % 1000 as fate,
    15 + cast(hash(i, {{seed}}, 5) % 90 as bigint) as gap,
    hash(i, {{seed}}, 6) % 100 as lane_no,
    hash(i, {{seed}}, 7) % 48 as campaign_no,
    hash(i, {{seed}}, 8) % 100 as device_no,
    hash(i, {{seed}}, 9) % 100 as country_no
from range({{from}}, {{to}}) as t (i);

create or replace temp view told_visits as
select
    v.*,
    printf('%016x', cast(hash(v.visitor, {{seed}}) >> 1 as bigint)) as visitor_id,
    v.fate < 25 as buys,
    v.fate < 70 as carts,
    v.fate between 100 and 129 as asks,
    v.pages + case when v.fate < 25 then 3 when v.fate < 70 then 1 when v.fate between 100 and 129 then 1 else 0 end
        as events,
    l.source, l.medium, l.channel, l.is_paid,
    case when l.is_paid then l.source || '-' || v.campaign_no end as campaign,
    case when v.device_no < 70 then 'mobile' when v.device_no < 95 then 'desktop' else 'tablet' end as device,
    case when v.country_no < 90 then 'ID' when v.country_no < 95 then 'MY' when v.country_no < 98 then 'SG' else 'AU' end
        as country
from plain_visits v
join lanes l on v.lane_no < l.below and v.lane_no >= coalesce((select max(below) from lanes b where b.lane < l.lane), 0);

insert into main.visits (load_id, source_line, {{columns}}, row_hash)
select {{load}}, 0, *, hash(visit_id)
from (
    select {{columns}}
    from (
        select
            'web' as account,
            cast(started_at + interval 7 hour as date) as period_start,
            cast(started_at + interval 7 hour as date) as period_end,
            's' || i as visit_id, visitor_id, cast(null as varchar) as user_id,
            started_at, started_at + to_seconds((events - 1) * gap) as ended_at,
            '/p/' || cast(floor(2000 * pow((hash(i, {{seed}}, 20) % 1000) / 1000.0, 3)) as bigint) as landing_page,
            '/p/' || cast(floor(2000 * pow((hash(i, {{seed}}, 20 + pages - 1) % 1000) / 1000.0, 3)) as bigint)
                as exit_page,
            source, medium, campaign, cast(null as varchar) as term, channel, is_paid, device, country, is_new,
            pages as pageviews, events, events = 1 as bounced, events > 1 as engaged, (events - 1) * gap as duration_s,
            cast(buys as bigint) as purchases, cast(asks as bigint) as form_submits, cast(0 as bigint) as sign_ups,
            cast(carts as bigint) as add_to_carts, cast(buys as bigint) as checkouts, 'sessionised' as built_by
        from told_visits
        order by i
    ) visit
) told;
