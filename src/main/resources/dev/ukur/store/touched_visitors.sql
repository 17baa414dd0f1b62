-- The visitors of whom load {{load}} brought or changed events, in slices of about {{slice_events}} of them, so that sorting a
-- slice's events needs little memory.

create or replace temp table touched_visitors as
select account, visitor_id, hash(visitor_id) % greatest(1, sum(events) over () // {{slice_events}}) as slice
from (
    select account, coalesce(anonymous_id, user_id, event_id) as visitor_id, count(*) as events
    from main.events
    where load_id = {{load}} or superseded_by = {{load}}
    group by all
) touched
