package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.AccountSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Loading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Rows that could not be read wait, are read again once the cause is mended, and are forgotten in time. */
class QuarantineTest {

    private static final String PROFILE = """
            profile: kasir
            version: 1
            target: [orders, order_items]
            detect: {all: [Nota, Tanggal, Surel, Status, Barang, Total]}
            group: {by: Nota, once: [orders], fill_down: [Tanggal, Surel, Status, Total]}
            meta: {currency: {else: IDR}}
            locale: {number: comma}
            columns:
              orders:
                order_id: {from: Nota, type: id, required: true}
                period: {from: Tanggal, type: date, required: true}
                customer_id: {from: Surel, type: person}
                status: {from: Status, type: enum, required: true, words: {completed: [Lunas]}}
                total_paid: {from: Total, type: money, required: true}
              order_items:
                order_id: {from: Nota, type: id, required: true}
                period: {from: Tanggal, type: date, required: true}
                product: {from: Barang, type: text}
                currency: {from: Kurs, type: currency}
            derive:
              orders: {sales_channel: pos}
              order_items: {line_no: {column: $group_line}}
            load: {restate_days: 0}
            """;

    /** The profile as somebody mends it. */
    private static final String MENDED =
            PROFILE.replace("completed: [Lunas]", "completed: [Lunas, Selesai], returned: [Retur]");

    private static final String ORDERS =
            "select order_id, customer_id, status, total_paid from orders where superseded_by is null"
                    + " and order_id like 'X%' order by 1";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).profile("kasir.yaml", PROFILE);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void after_a_profile_was_mended_only_the_rejected_rows_are_read_and_join_the_rest() throws IOException {
        FileReport first = bench.load(
                "nota.csv", file("X1,2026-01-05,Budi@Surel.example,Selesai,Batik,\"1.250,5\"\nX1,,,,Kain,\n"));
        assertThat(first.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(first.reasons()).containsOnlyKeys("unmapped_value");
        assertThat(bench.rows(ORDERS)).isEmpty();
        bench.profile("kasir.yaml", MENDED);
        FileReport fixed = bench.fix().files().get(0);
        assertThat(fixed.outcome()).isEqualTo(Outcome.LOADED);
        assertThat(List.of(fixed.read(), fixed.loaded(), fixed.changed(), fixed.rejected()))
                .containsExactly(2L, 3L, 0L, 0L);
        String budi = bench.rows("select customer_id from orders where order_id = 'A1'")
                .get(0);
        assertThat(bench.rows(ORDERS)).containsExactly("X1|" + budi + "|completed|1250.5");
        assertThat(waiting()).isEmpty();
        assertThat(bench.fix().files()).extracting(FileReport::outcome).containsOnly(Outcome.SKIPPED);
    }

    @Test
    void rows_that_still_cannot_be_read_stay_and_others_go() throws IOException {
        bench.load("nota.csv", file("X1,2026-01-05,,Selesai,Batik,\"10\"\nX2,2026-01-05,,Entah,Batik,\"20\"\n"));
        assertThat(bench.fix().files())
                .extracting(FileReport::outcome)
                .as("nothing was mended, so nothing happens")
                .containsExactly(Outcome.HELD);
        assertThat(bench.store().loads()).hasSize(1);
        bench.profile("kasir.yaml", MENDED);
        FileReport fixed = bench.fix().files().get(0);
        assertThat(List.of(fixed.loaded(), fixed.rejected())).containsExactly(2L, 1L);
        assertThat(bench.rows(ORDERS)).containsExactly("X1|-|completed|10");
        assertThat(waiting()).extracting(Loading.Reject::line).containsExactly(403L);
    }

    @Test
    void undoing_the_second_reading_puts_its_rows_back_into_quarantine() throws IOException {
        bench.load("nota.csv", file("X1,2026-01-05,,Selesai,Batik,\"10\"\n"));
        bench.profile("kasir.yaml", MENDED);
        long load = bench.fix().files().get(0).load().orElseThrow();
        bench.store().undo(bench.store().load(load).orElseThrow());
        assertThat(bench.rows(ORDERS)).isEmpty();
        assertThat(waiting()).hasSize(1);
        assertThat(bench.fix().files()).extracting(FileReport::loaded).containsExactly(2L);
    }

    @Test
    void a_setting_that_was_missing_mends_rows_too() throws IOException {
        String profile = PROFILE.replace("{else: IDR}}", "{else: IDR}, timezone: account}")
                .replace(
                        "period: {from: Tanggal, type: date, required: true}",
                        "period: {from: Tanggal, type: instant_day, required: true}");
        bench.profile("kasir.yaml", profile);
        bench.load(
                "nota.csv",
                file("X1,2026-01-05 23:30,,Lunas,Batik,\"10\"\n").replace("2026-01-04", "2026-01-04T10:00:00Z"));
        assertThat(waiting()).extracting(Loading.Reject::reason).containsExactly("no_timezone");
        bench.account(
                "kasir",
                new AccountSettings(
                        Optional.empty(),
                        Optional.of("IDR"),
                        Optional.of(java.time.ZoneId.of("Asia/Tokyo")),
                        Optional.empty(),
                        Optional.empty()));
        bench.fix();
        assertThat(bench.rows("select period_start from orders where order_id = 'X1'"))
                .as("half past eleven in the evening of Tokyo is half past nine in Jakarta")
                .containsExactly("2026-01-05");
    }

    @Test
    void no_name_or_address_of_a_person_lies_in_the_store_while_rows_wait_and_the_texts_go_in_time()
            throws IOException {
        bench.load("nota.csv", file("X1,2026-01-05,sari.rahasia@surel.example,Entah,Batik,\"10\"\n"));
        Loading.Reject reject = waiting().get(0);
        assertThat(reject.row())
                .contains("\"Surel\":\"person:")
                .contains("\"Total\":\"10\"")
                .doesNotContain("rahasia");
        bench.store().forgetRejects(Bench.CLOCK.instant());
        assertThat(waiting())
                .as("a row is kept for the days agreed")
                .extracting(Loading.Reject::row)
                .doesNotContainNull();
        bench.store().forgetRejects(Bench.CLOCK.instant().plus(Duration.ofSeconds(1)));
        assertThat(waiting())
                .extracting(Loading.Reject::row, Loading.Reject::value)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(null, null));
        assertThat(bench.fix().files().get(0).problems())
                .extracting(Problem::code)
                .containsExactly("rejects-not-kept");
        bench.close();
        assertThat(new String(Files.readAllBytes(folder.resolve(".ukur/ukur.duckdb")), StandardCharsets.ISO_8859_1))
                .doesNotContain("sari.rahasia");
        bench = new Bench(folder);
    }

    @Test
    void a_number_that_a_container_typed_is_read_again_as_it_was_typed() throws IOException {
        bench.profile("kasir.yaml", """
                profile: kasir
                version: 1
                target: orders
                detect: {container: [json], pointers: [/nota, /total]}
                locale: {number: comma}
                columns:
                  order_id: {from: /nota, type: id, required: true}
                  period: {from: /hari, type: date, required: true}
                  status: {from: /status, type: enum, required: true, words: {completed: [Lunas]}}
                  total_paid: {from: /total, type: money, required: true}
                derive: {sales_channel: pos, currency: IDR}
                """);
        StringBuilder rows = new StringBuilder(
                "[{\"nota\":\"X1\",\"hari\":\"2026-01-05\",\"status\":\"Selesai\",\"total\":150.125}");
        for (int i = 0; i < 200; i++) {
            rows.append(",{\"nota\":\"A%d\",\"hari\":\"2026-01-04\",\"status\":\"Lunas\",\"total\":1}".formatted(i));
        }
        bench.load("nota.json", rows.append("]").toString());
        bench.profile(
                "kasir.yaml",
                Files.readString(folder.resolve("sources/kasir.yaml")).replace("[Lunas]", "[Lunas, Selesai]"));
        bench.fix();
        assertThat(bench.rows("select total_paid from orders where order_id = 'X1'"))
                .containsExactly("150.125");
    }

    /** Two hundred sound notes, one of them Budi's, and what else is given. */
    private static String file(String more) {
        StringBuilder text = new StringBuilder("Nota,Tanggal,Surel,Status,Barang,Total,Kurs\n");
        for (int i = 1; i <= 400; i++) {
            text.append(
                    "A%d,2026-01-04,%s,Lunas,Batik,\"1.000,5\",\n".formatted(i, i == 1 ? "budi@surel.example" : ""));
        }
        return text + more;
    }

    private List<Loading.Reject> waiting() {
        return bench.store().loads().stream()
                .map(LoadRecord::id)
                .flatMap(load -> bench.store().rejects(load).stream())
                .toList();
    }
}
