package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VisitsTest {

    private static final List<String> EVENT = List.of(
            "account",
            "period_start",
            "period_end",
            "event_id",
            "event_name",
            "event_time",
            "anonymous_id",
            "source",
            "channel",
            "is_paid");

    @TempDir
    Path folder;

    @Test
    void thirty_minutes_of_silence_end_a_visit_and_exactly_thirty_do_not() {
        try (Store store = open("Asia/Jakarta")) {
            load(
                    store,
                    "1",
                    event("e1", "page_view", "2026-01-05T03:00:00Z", "budi", "google"),
                    event("e2", "page_view", "2026-01-05T03:30:00Z", "budi", "email"),
                    event("e3", "page_view", "2026-01-05T04:00:01Z", "budi", "email"));

            assertThat(visits(store))
                    .containsExactly(
                            List.of("budi", "google", true, 2L, true, 1800L),
                            List.of("budi", "email", false, 1L, false, 0L));
        }
    }

    @Test
    void a_visit_belongs_to_the_local_day_of_its_first_event() {
        try (Store store = open("Asia/Jakarta")) {
            load(
                    store,
                    "1",
                    event("e1", "page_view", "2026-01-05T16:50:00Z", "budi", "google"),
                    event("e2", "page_view", "2026-01-05T17:10:00Z", "budi", "google"),
                    event("e3", "page_view", "2026-01-05T17:00:00Z", "sari", "google"));

            assertThat(days(store))
                    .containsExactly(
                            List.of("budi", LocalDate.of(2026, 1, 5)), List.of("sari", LocalDate.of(2026, 1, 6)));
        }
    }

    @Test
    void the_local_day_follows_the_clock_changes_of_the_zone() {
        try (Store store = open("America/New_York")) {
            load(
                    store,
                    "1",
                    event("e1", "page_view", "2026-01-05T04:59:59Z", "winter", "google"),
                    event("e2", "page_view", "2026-07-05T04:00:00Z", "summer", "google"));

            assertThat(days(store))
                    .containsExactly(
                            List.of("summer", LocalDate.of(2026, 7, 5)), List.of("winter", LocalDate.of(2026, 1, 4)));
        }
    }

    @Test
    void an_event_that_arrives_late_joins_two_visits_into_one_and_the_earlier_state_is_kept() {
        try (Store store = open("Asia/Jakarta")) {
            load(
                    store,
                    "1",
                    event("e1", "page_view", "2026-01-05T03:00:00Z", "budi", "google"),
                    event("e3", "page_view", "2026-01-05T03:50:00Z", "budi", "email"),
                    event("e9", "page_view", "2026-01-05T03:50:00Z", "sari", "email"));
            load(store, "2", event("e2", "purchase", "2026-01-05T03:25:00Z", "budi", "google"));

            assertThat(visits(store))
                    .containsExactly(
                            List.of("budi", "google", true, 2L, true, 3000L),
                            List.of("sari", "email", true, 1L, false, 0L));
            assertThat(store.engine()
                            .query(Sql.of("select count(*) from visits where load_id <= 1"
                                    + " and (superseded_by is null or superseded_by > 1)"))
                            .rows())
                    .containsExactly(List.of(3L));
        }
    }

    @Test
    void a_load_that_corrects_the_only_one_builds_its_visits_anew() {
        try (Store store = open("Asia/Jakarta")) {
            load(store, "1", event("e1", "page_view", "2026-01-05T03:00:00Z", "budi", "google"));
            load(
                    store,
                    new LoadRequest("e.ndjson", "1", "segment.events", 1, "web", "another zone"),
                    event("e1", "page_view", "2026-01-05T10:00:00Z", "budi", "google"),
                    event("e2", "purchase", "2026-01-05T10:01:00Z", "budi", "google"));

            assertThat(visits(store)).containsExactly(List.of("budi", "google", true, 1L, true, 60L));
        }
    }

    private record Event(Object[] values) {}

    private static Event event(String id, String name, String time, String visitor, String source) {
        LocalDate day = LocalDate.ofInstant(Instant.parse(time), ZoneId.of("Asia/Jakarta"));
        return new Event(new Object[] {
            "web",
            day,
            day,
            id,
            name,
            Instant.parse(time),
            visitor,
            source,
            source.equals("email") ? "Email" : "Organic Search",
            false
        });
    }

    private static void load(Store store, String sha, Event... events) {
        load(store, new LoadRequest("e.ndjson", sha, "segment.events", 1, "web"), events);
    }

    private static void load(Store store, LoadRequest request, Event... events) {
        try (Loading loading = store.begin(request)) {
            RowSink sink = loading.into("events", EVENT);
            long line = 0;
            for (Event event : events) {
                sink.row(++line, event.values());
            }
            loading.commit(new LoadOutcome(events.length, null, "{}"));
        }
    }

    private static List<List<Object>> visits(Store store) {
        return List.copyOf(store.engine()
                .query(Sql.of("select visitor_id, source, is_new, pageviews, engaged, duration_s from visits"
                        + " where superseded_by is null order by visitor_id, started_at"))
                .rows());
    }

    private static List<List<Object>> days(Store store) {
        return List.copyOf(store.engine()
                .query(Sql.of(
                        "select visitor_id, period_start from visits where superseded_by is null order by visitor_id"))
                .rows());
    }

    private Store open(String zone) {
        return Store.open(new StoreSettings(folder, ZoneId.of(zone), Clock.systemUTC()));
    }
}
