with
-- the periods of the answer
spine as (
    select * from (values
        (timestamp '0826-01-06 00:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 01:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 02:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 03:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 04:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 05:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 06:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 07:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 08:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 09:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 10:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 11:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 12:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 13:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 14:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 15:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 16:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 17:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 18:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 19:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 20:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 21:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 22:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '0826-01-06 23:00:00', date '2026-01-05', date '2026-01-05'),
        (timestamp '2026-01-06 00:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 01:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 02:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 03:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 04:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 05:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 06:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 07:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 08:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 09:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 10:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 11:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 12:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 13:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 14:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 15:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 16:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 17:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 18:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 19:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 20:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 21:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 22:00:00', date '2026-01-06', date '2026-01-06'),
        (timestamp '2026-01-06 23:00:00', date '2026-01-06', date '2026-01-06')
    ) as t (bucket, first_day, last_day)
),
-- visits from own_visits
measured_1 as (
    select
        s.bucket as bucket,
        count(*) as "visits"
    from ukur.visits f
    join spine s on f.period_start >= s.first_day and f.period_end <= s.last_day and extract(hour from (f.started_at + interval '25200' second)) = extract(hour from s.bucket)
    where f.period_start is not null
        and f.period_start >= date '2026-01-05'
        and f.period_end <= date '2026-01-06'
        and not (f.period_start <> f.period_end or coalesce(cast((f.started_at + interval '25200' second) as date) <> f.period_start, true))
        and superseded_by is null
    group by 1
)
-- the formulas
select
    bucket,
    "visits" as "visits"
from measured_1
