package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Roll-ups are a cache: they can always be made again, and are when another version made them. */
class RollupsTest {

    private static final List<String> EVENT = List.of(
            "account",
            "period_start",
            "period_end",
            "event_id",
            "event_name",
            "event_time",
            "anonymous_id",
            "channel",
            "is_paid");

    @TempDir
    Path folder;

    @Test
    void rollups_kept_by_loads_equal_those_made_anew() throws SQLException {
        try (Store store = open()) {
            load(store, "1", event("e1", "2026-01-05T03:00:00Z", "budi"), event("e2", "2026-01-05T23:50:00Z", "sari"));
            load(store, "2", event("e3", "2026-01-06T00:10:00Z", "sari"), event("e4", "2026-01-09T03:00:00Z", "budi"));
            load(store, "3", event("e5", "2026-01-07T03:00:00Z", "budi"), event("e1", "2026-01-05T03:00:00Z", "ani"));
        }
        List<List<Object>> kept = told();
        forgetVersion();

        assertThat(told()).isEqualTo(kept).isNotEmpty();
    }

    @Test
    void rollups_of_another_definition_are_made_anew_when_the_store_is_opened() throws SQLException {
        try (Store store = open()) {
            load(store, "1", event("e1", "2026-01-05T03:00:00Z", "budi"));
        }
        List<List<Object>> right = told();
        try (Connection connection = DuckDbFile.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("update rollup_version set definition = 'older'");
            statement.execute("delete from visit_days");
            statement.execute("update visitor_days set visitors = 7");
        }

        assertThat(told()).isEqualTo(right);
    }

    /** All that the roll-ups of visits and visitors say. */
    private List<List<Object>> told() {
        try (Store store = open()) {
            return List.copyOf(store.engine().query(Sql.of("""
                            select * from (
                                select 'visits' as what, channel as member, period_start, null as earlier, visits as number
                                from visit_days
                                union all
                                select who || ' ' || cut, member, period_start, earlier, visitors from visitor_days
                                union all
                                select 'pages times visits ' || cut, member, period_start, earlier, sum(pageviews_x_visits)
                                from visitor_pairs group by all having sum(pageviews_x_visits) <> 0
                                union all
                                select 'visitors ' || cut, member, period_start, earlier, sum(visitors_of_visits)
                                from visitor_pairs group by all having sum(visitors_of_visits) <> 0
                            ) told order by all""")).rows());
        }
    }

    private void forgetVersion() throws SQLException {
        try (Connection connection = DuckDbFile.open(folder);
                Statement statement = connection.createStatement()) {
            statement.execute("drop table rollup_version");
        }
    }

    private record Event(Object[] values) {}

    private static Event event(String id, String time, String visitor) {
        Instant moment = Instant.parse(time);
        LocalDate day = LocalDate.ofInstant(moment, ZoneOffset.UTC);
        return new Event(new Object[] {"web", day, day, id, "page_view", moment, visitor, "Email", false});
    }

    private static void load(Store store, String sha, Event... events) {
        try (Loading loading = store.begin(new LoadRequest("e.ndjson", sha, "segment.events", 1, "web"))) {
            RowSink sink = loading.into("events", EVENT);
            for (Event event : events) {
                sink.row(1, event.values());
            }
            loading.commit(new LoadOutcome(events.length, null, "{}"));
        }
    }

    private Store open() {
        return Store.open(new StoreSettings(folder, ZoneOffset.UTC, Clock.systemUTC()));
    }
}
