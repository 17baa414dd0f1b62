package dev.ukur.store;

import dev.ukur.store.Loading.LoadOutcome;
import dev.ukur.store.Loading.RowSink;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * A process of its own that owns a store: it loads some rows, says {@code ready}, waits for a line on its input, then
 * stages many more rows, says {@code committing}, and commits them. Its test kills it somewhere on the way.
 */
final class StoreProcess {

    static final int FIRST_ROWS = 1_000;
    static final int SECOND_ROWS = 400_000;

    private StoreProcess() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        StoreProcess.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    public static void main(String[] arguments) throws IOException {
        Path folder = Path.of(arguments[0]);
        try (Store store = Store.open(new StoreSettings(folder, ZoneOffset.UTC, Clock.systemUTC()))) {
            try (Loading loading = stage(store, "first", FIRST_ROWS)) {
                loading.commit(new LoadOutcome(FIRST_ROWS, null, "{}"));
            }
            say("ready");
            if (System.in.read() < 0) {
                return;
            }
            try (Loading loading = stage(store, "second", SECOND_ROWS)) {
                say("committing");
                loading.commit(new LoadOutcome(SECOND_ROWS, null, "{}"));
            }
            say("done");
        }
    }

    private static Loading stage(Store store, String sha, int rows) {
        Loading loading = store.begin(new LoadRequest(sha + ".csv", sha, "ukur.fx_rates", 1, "ukur"));
        RowSink sink =
                loading.into("fx_rates", List.of("account", "period_start", "period_end", "base", "quote", "rate"));
        LocalDate day = LocalDate.of(2000, 1, 1);
        for (int row = 0; row < rows; row++) {
            sink.row(row, "ukur", day, day, sha + row, "IDR", BigDecimal.valueOf(row));
        }
        stageVisits(loading, sha, rows / 10);
        return loading;
    }

    /** Visits too, which are rolled up in the same transaction. */
    private static void stageVisits(Loading loading, String sha, int rows) {
        RowSink sink = loading.into(
                "visits",
                List.of(
                        "account",
                        "period_start",
                        "period_end",
                        "visit_id",
                        "visitor_id",
                        "started_at",
                        "ended_at",
                        "channel",
                        "is_paid",
                        "is_new",
                        "pageviews",
                        "events",
                        "bounced",
                        "engaged",
                        "duration_s",
                        "purchases",
                        "form_submits",
                        "sign_ups",
                        "add_to_carts",
                        "checkouts",
                        "built_by"));
        Instant moment = Instant.parse("2000-01-01T03:00:00Z");
        for (int row = 0; row < rows; row++) {
            LocalDate day = LocalDate.of(2000, 1, 1).plusDays(row % 30);
            sink.row(
                    row,
                    "web",
                    day,
                    day,
                    sha + row,
                    "v" + row / 2,
                    moment,
                    moment,
                    "Email",
                    false,
                    true,
                    1L,
                    1L,
                    true,
                    false,
                    0L,
                    0L,
                    0L,
                    0L,
                    0L,
                    0L,
                    "test");
        }
    }

    private static void say(String word) {
        System.out.println(word);
        System.out.flush();
    }
}
