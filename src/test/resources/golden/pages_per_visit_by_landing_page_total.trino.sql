with
-- page_views, visits from own_visits; rows of one visitor_id together: by them the interval is judged
measured_1 as (
    select
        date '2026-01-01' as bucket,
        "landing_page",
        cast(sum("page_views") as decimal(38, 6)) as "page_views",
        cast(sum("page_views__unknown") as bigint) as "page_views__unknown",
        cast(sum("visits") as bigint) as "visits",
        count(*) as "pages_per_visit__n",
        sum(cast("page_views" as double) * "page_views") as "pages_per_visit__xx",
        sum(cast("visits" as double) * "visits") as "pages_per_visit__yy",
        coalesce(sum(cast("page_views" as double) * "visits"), 0) as "pages_per_visit__xy"
    from (
        select
            f.landing_page as "landing_page",
            sum(f.pageviews) as "page_views",
            count(*) - count(f.pageviews) as "page_views__unknown",
            count(*) as "visits"
        from ukur.visits f
        where f.period_start >= date '2026-01-01'
            and f.period_start <= date '2026-02-28'
            and superseded_by is null
        group by 1, f.visitor_id
    ) c
    group by 2
)
-- the formulas
select
    bucket,
    "landing_page",
    (cast("page_views" as double) / nullif(cast("visits" as double), 0)) as "pages_per_visit",
    "page_views" as "pages_per_visit__first",
    "visits" as "pages_per_visit__second",
    "pages_per_visit__n",
    "pages_per_visit__xx",
    "pages_per_visit__yy",
    "pages_per_visit__xy",
    "page_views__unknown"
from measured_1
