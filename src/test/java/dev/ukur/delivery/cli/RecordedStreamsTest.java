package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Messages that real libraries of the two protocols wrote, piped into the program; see {@code taps/README.md}. */
class RecordedStreamsTest {

    private static final String PROFILE = """
            profile: toko.pesanan
            version: 1
            verified: true
            account: toko
            about: {id: Pesanan, en: Orders}
            target: orders
            detect: {container: [ndjson], all: [order_id, total, created_at, voucher]}
            columns:
              order_id: {from: order_id, type: id, required: true}
              ordered_at: {from: created_at, type: instant, required: true}
              cancelled_at: {from: cancelled_at, type: instant}
              customer_id: {from: email, type: person}
              total_paid: {from: total, type: money, required: true}
              refund_amount: {from: refund, type: money}
              discount_codes: {from: voucher, type: text}
            derive:
              period: {day_of: ordered_at}
              status: {coalesce: [{map: {of: cancelled_at, else: cancelled}}, {const: paid}]}
              sales_channel: web
              currency: IDR
            """;

    @TempDir
    Path folder;

    private String out = "";

    @BeforeEach
    void open() throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("ukur.yaml"), "name: toko\ntime_zone: Asia/Jakarta\ncurrency: IDR\n");
        Files.writeString(folder.resolve("sources/pesanan.yaml"), PROFILE);
    }

    @Test
    void what_a_singer_tap_wrote_has_the_rows_sums_and_days_of_its_file_and_a_later_run_restates() {
        assertThat(imported("--singer", "singer-1.jsonl")).isEqualTo("loaded: read 43, new 43, changed 0, rejected 0");
        assertThat(folder.resolve("state.json"))
                .content()
                .isEqualToIgnoringWhitespace(
                        "{\"bookmarks\":{\"pesanan\":{\"created_at\":\"2024-09-30T23:59:59+07:00\"}}}");
        assertThat(total("orders", "2024-09-01..2024-10-01")).isEqualByComparingTo("43");
        assertThat(total("revenue", "2024-09-01..2024-10-01")).isEqualByComparingTo(kept("pesanan.csv"));
        assertThat(total("revenue", "2024-09-30..2024-09-30"))
                .as("E1, and E3 at 23:30 of the 29th in New York")
                .isEqualByComparingTo("100001234567.8899");
        assertThat(total("revenue", "2024-10-01..2024-10-01"))
                .as("E2 at 20:30 of the 30th in London")
                .isEqualByComparingTo("0.01");
        assertThat(imported("--singer", "singer-1.jsonl")).startsWith("already_loaded");
        assertThat(imported("--singer", "singer-2.jsonl"))
                .as("1002 cancelled, E1 refunded, E4 new")
                .isEqualTo("loaded: read 44, new 1, changed 2, rejected 0");
        assertThat(total("revenue", "2024-09-01..2024-10-01")).isEqualByComparingTo(kept("pesanan-2.csv"));
        assertThat(total("revenue", "2024-10-01..2024-10-01")).isEqualByComparingTo("75000.51");
    }

    @Test
    void what_an_airbyte_source_wrote_has_the_rows_and_sums_of_its_file() {
        assertThat(imported("--airbyte", "airbyte.jsonl")).isEqualTo("loaded: read 43, new 43, changed 0, rejected 0");
        assertThat(total("revenue", "2024-09-01..2024-10-01")).isEqualByComparingTo(kept("pesanan.csv"));
        assertThat(folder.resolve("state.json")).content().contains("base64/gzip");
        assertThat(imported("--airbyte", "airbyte.jsonl")).startsWith("already_loaded");
    }

    /** The totals of a file's orders that were not cancelled, added up from its text. */
    private static BigDecimal kept(String file) {
        return new String(resource(file), StandardCharsets.UTF_8)
                .lines()
                .filter(line -> line.startsWith("#"))
                .map(line -> line.split(",", 8))
                .filter(cells -> cells[6].isEmpty())
                .map(cells -> new BigDecimal(cells[2]))
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private String imported(String flag, String recording) {
        int exit = run(resource(recording), "import", flag, "--state", "state.json", "--format", "json");
        assertThat(exit).as(out).isEqualTo(Exit.DONE);
        JsonNode load = json().path("loads").path(0);
        return load.path("outcome").asString("?") + ": read "
                + load.path("read").asInt() + ", new "
                + load.path("loaded").asInt() + ", changed "
                + load.path("changed").asInt() + ", rejected "
                + load.path("rejected").asInt();
    }

    private BigDecimal total(String metric, String days) {
        String[] ends = days.split("\\.\\.");
        assertThat(run(
                        new byte[0],
                        "query",
                        metric,
                        "--grain",
                        "total",
                        "--from",
                        ends[0],
                        "--to",
                        ends[1],
                        "--format",
                        "json"))
                .as(out)
                .isEqualTo(Exit.DONE);
        return json().path("rows").path(0).path(metric).decimalValue();
    }

    private JsonNode json() {
        return JsonMapper.builder()
                .enable(tools.jackson.databind.DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .build()
                .readTree(out);
    }

    private int run(byte[] piped, String... words) {
        String[] all = Stream.concat(Arrays.stream(words), Stream.of("-w", folder.toString()))
                .toArray(String[]::new);
        ByteArrayOutputStream results = new ByteArrayOutputStream();
        PrintStream stream = new PrintStream(results, true, StandardCharsets.UTF_8);
        PrintStream told = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Console console = new Console(stream, told, Map.of(), folder, new ByteArrayInputStream(piped));
        int exit = Main.run(all, console, new LocalProgram());
        out = results.toString(StandardCharsets.UTF_8);
        return exit;
    }

    private static byte[] resource(String name) {
        try (InputStream in = RecordedStreamsTest.class.getResourceAsStream("/taps/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
