package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Messages of a Singer tap and of an Airbyte source, in the form the two protocols describe. */
class MessagesTest {

    private static final String DEALS = """
            profile: crm.deals
            version: 1
            verified: true
            account: crm
            about: {id: Peluang, en: Deals}
            target: opportunities
            detect: {container: [ndjson], all: [deal_id, amount, stage, updated_at]}
            meta: {timezone: UTC}
            columns:
              opportunity_id: {from: deal_id, type: id, required: true}
              amount: {from: amount, type: money}
              currency: {from: currency, type: currency}
              stage_raw: {from: stage, type: text}
              created_at: {from: created_at, type: instant, required: true}
            derive: {period: {day_of: created_at}}
            """;

    private static final String SINGER = """
            {"type": "SCHEMA", "stream": "deals", "schema": {"type": "object", "properties": {"deal_id": {"type": "integer"}, "amount": {"type": ["null", "number"]}, "stage": {"type": "string"}, "currency": {"type": "string"}, "created_at": {"type": "string", "format": "date-time"}, "updated_at": {"type": "string", "format": "date-time"}}}, "key_properties": ["deal_id"], "bookmark_properties": ["updated_at"]}
            {"type": "SCHEMA", "stream": "owners", "schema": {"type": "object"}, "key_properties": ["id"]}
            {"type": "RECORD", "stream": "deals", "record": {"deal_id": 1, "amount": 1250000.5, "stage": "open", "currency": "IDR", "created_at": "2026-09-01T20:30:00.000000Z", "updated_at": "2026-09-01T21:00:00.000000Z"}, "time_extracted": "2026-09-03T00:00:00.000000Z"}
            {"type": "RECORD", "stream": "deals", "record": {"deal_id": 2, "amount": null, "stage": "open", "currency": "IDR", "created_at": "2026-09-02T03:00:00.000000Z", "updated_at": "2026-09-02T03:00:00.000000Z"}}
            {"type": "STATE", "value": {"bookmarks": {"deals": {"updated_at": "2026-09-02T03:00:00Z"}}}}
            {"type": "RECORD", "stream": "deals", "record": {"deal_id": 1, "amount": 1300000, "stage": "won", "currency": "IDR", "created_at": "2026-09-01T20:30:00.000000Z", "updated_at": "2026-09-03T00:00:00.000000Z"}}
            {"type": "ACTIVATE_VERSION", "stream": "deals", "version": 1}
            {"type": "STATE", "value": {"bookmarks": {"deals": {"updated_at": "2026-09-03T00:00:00Z"}}}}
            """;

    private static final String AIRBYTE = """
            {"type": "LOG", "log": {"level": "INFO", "message": "Starting syncing"}}
            {"type": "TRACE", "trace": {"type": "STREAM_STATUS", "emitted_at": 1, "stream_status": {"stream_descriptor": {"name": "deals"}, "status": "STARTED"}}}
            {"type": "RECORD", "record": {"stream": "deals", "data": {"deal_id": "7", "amount": 10, "stage": "open", "currency": "USD", "created_at": "2026-09-02T03:00:00+07:00", "updated_at": "2026-09-02T03:00:00Z"}, "emitted_at": 1756800000000}}
            {"type": "STATE", "state": {"type": "STREAM", "stream": {"stream_descriptor": {"name": "deals"}, "stream_state": {"updated_at": "2026-09-02"}}}}
            """;

    private static final String ALL =
            "select opportunity_id, amount, stage_raw, period_start from opportunities where superseded_by is null order by 1";

    @TempDir
    Path folder;

    private Bench bench;

    @BeforeEach
    void open() throws IOException {
        bench = new Bench(folder).profile("crm.deals.yaml", DEALS);
    }

    @AfterEach
    void close() {
        bench.close();
    }

    @Test
    void records_of_a_singer_tap_load_stream_by_stream_and_of_one_key_the_last_counts() throws IOException {
        ImportReport report = bench.report(bench.write("tap.jsonl", SINGER));
        assertThat(report.files()).extracting(FileReport::outcome).containsExactly(Outcome.LOADED, Outcome.SKIPPED);
        assertThat(report.files().get(0).file()).endsWith("tap.jsonl!deals.jsonl");
        assertThat(bench.rows(ALL)).containsExactly("1|1300000|won|2026-09-02", "2|-|open|2026-09-02");
        assertThat(report.state()).contains("{\"bookmarks\":{\"deals\":{\"updated_at\":\"2026-09-03T00:00:00Z\"}}}");
    }

    @Test
    void what_an_import_writes_down_is_gone_after_it_even_where_an_earlier_one_was_killed() throws IOException {
        Path left = bench.store().spool().resolve("import1/1.jsonl");
        Files.createDirectories(left.getParent());
        Files.writeString(left, "{\"email\": \"budi@surel.example\"}\n");
        bench.report(bench.write("tap.jsonl", SINGER));
        assertThat(bench.store().spool()).doesNotExist();
    }

    @Test
    void the_same_messages_again_change_nothing() throws IOException {
        bench.report(bench.write("tap.jsonl", SINGER));
        assertThat(bench.report(folder.resolve("tap.jsonl")).files().get(0).outcome())
                .isEqualTo(Outcome.ALREADY_LOADED);
    }

    @Test
    void records_of_an_airbyte_source_load_too_with_their_own_offsets() throws IOException {
        ImportReport report = bench.report(bench.write("airbyte.jsonl", AIRBYTE));
        assertThat(report.files().get(0).outcome()).isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(ALL)).containsExactly("7|10|open|2026-09-02");
        assertThat(report.state()).hasValueSatisfying(state -> assertThat(state).contains("\"stream_state\""));
    }

    @Test
    void a_stream_that_no_profile_knows_is_told_and_the_state_is_kept_back() throws IOException {
        ImportReport report = bench.report(bench.write(
                "tap.jsonl",
                SINGER + "{\"type\": \"RECORD\", \"stream\": \"owners\", \"record\": {\"id\": 5, \"x\": \"y\"}}\n"));
        assertThat(report.files()).extracting(FileReport::outcome).containsExactly(Outcome.LOADED, Outcome.REFUSED);
        assertThat(codes(report.files().get(1))).containsExactly("no-profile");
        assertThat(report.state()).isEmpty();
    }

    @Test
    void a_source_that_gave_up_half_way_loads_nothing() throws IOException {
        ImportReport report = bench.report(
                bench.write(
                        "airbyte.jsonl",
                        AIRBYTE
                                + "{\"type\": \"TRACE\", \"trace\": {\"type\": \"ERROR\", \"emitted_at\": 1, \"error\": {\"message\": \"401\"}}}\n"));
        assertThat(codes(report.files().get(0))).containsExactly("source-gave-up");
        assertThat(report.files().get(0).problems().get(0).at().toString()).contains(":5");
        assertThat(bench.rows(ALL)).isEmpty();
    }

    @Test
    void a_record_before_its_schema_and_a_line_of_another_kind_are_refused_at_their_line() throws IOException {
        String early =
                "{\"type\": \"STATE\", \"value\": {}}\n{\"type\": \"RECORD\", \"stream\": \"deals\", \"record\": {}}\n";
        assertThat(codes(bench.report(bench.write("a.jsonl", early)).files().get(0)))
                .containsExactly("message-without-schema");
        assertThat(codes(bench.report(bench.write("b.jsonl", SINGER + "{\"hello\": 1}\n"))
                        .files()
                        .get(0)))
                .containsExactly("message-unknown");
        String batch =
                "{\"type\": \"BATCH\", \"stream\": \"deals\", \"encoding\": {\"format\": \"jsonl\"}, \"manifest\": []}\n";
        assertThat(codes(bench.report(bench.write("c.jsonl", SINGER + batch))
                        .files()
                        .get(0)))
                .containsExactly("message-batch");
        assertThat(bench.rows(ALL)).isEmpty();
    }

    @Test
    void a_stream_that_is_described_anew_in_the_middle_keeps_its_rows_and_its_new_member() throws IOException {
        String more = SINGER.replace(
                "{\"type\": \"ACTIVATE_VERSION\"",
                "{\"type\": \"SCHEMA\", \"stream\": \"deals\", \"schema\": {\"type\": \"object\", \"properties\": {\"deal_id\": {\"type\": \"integer\"},"
                        + " \"owner\": {\"type\": \"string\"}}}, \"key_properties\": [\"deal_id\"]}\n"
                        + "{\"type\": \"RECORD\", \"stream\": \"deals\", \"record\": {\"deal_id\": 2, \"amount\": 5, \"stage\": \"won\", \"owner\": \"Tia\","
                        + " \"currency\": \"IDR\", \"created_at\": \"2026-09-02T03:00:00Z\", \"updated_at\": \"2026-09-03T00:00:00Z\"}}\n"
                        + "{\"type\": \"ACTIVATE_VERSION\"");
        assertThat(bench.report(bench.write("tap.jsonl", more)).files().get(0).outcome())
                .isEqualTo(Outcome.LOADED);
        assertThat(bench.rows(ALL)).containsExactly("1|1300000|won|2026-09-02", "2|5|won|2026-09-02");
    }

    private static List<String> codes(FileReport report) {
        return report.problems().stream().map(Problem::code).toList();
    }
}
