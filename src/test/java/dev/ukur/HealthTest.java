package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;

import dev.ukur.problem.Problem;
import dev.ukur.sources.ImportOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HealthTest {

    @TempDir
    Path folder;

    @Test
    void a_source_is_late_when_it_is_silent_for_more_than_twice_its_usual_step() throws IOException {
        write("ukur.yaml", "name: Toko\n");
        try (Ukur ukur = at("2026-04-08")) {
            for (String month : List.of("01", "02", "03")) {
                ukur.load(List.of(orders(month, "")), ImportOptions.standard());
            }
            Health.Source source = ukur.health().sources().get(0);
            assertThat(source.lastDay()).contains(LocalDate.of(2026, 3, 10));
            assertThat(source.daysAgo()).contains(29L);
            assertThat(source.usualDays())
                    .as("31 and 28 days: the upper one in the middle")
                    .contains(31L);
            assertThat(ukur.health().problems()).isEmpty();
        }
        try (Ukur ukur = at("2026-05-13")) {
            assertThat(ukur.health().problems())
                    .as("64 days: more than twice 31 and one")
                    .extracting(Problem::code)
                    .containsExactly("source-late");
        }
    }

    @Test
    void rows_in_quarantine_and_customers_without_a_first_channel_are_told() throws IOException {
        write("ukur.yaml", "name: Toko\nrejects: {hold_above: 0.5}\n");
        try (Ukur ukur = at("2026-02-01")) {
            assertThat(ukur.health().sources()).isEmpty();
            ukur.load(List.of(orders("01", "aneh")), ImportOptions.standard());
            ukur.load(
                    List.of(
                            write(
                                    "events.ndjson",
                                    "{\"messageId\":\"m1\",\"type\":\"track\",\"event\":\"Order Completed\","
                                            + "\"timestamp\":\"2026-01-10T03:00:00Z\",\"anonymousId\":\"a\",\"context\":{\"page\":{\"url\":"
                                            + "\"https://toko.example/\",\"path\":\"/\"}},\"properties\":{\"order_id\":\"2\"}}\n")),
                    ImportOptions.standard());
            Health health = ukur.health();
            assertThat(health.problems()).extracting(Problem::code).containsExactly("rejects-waiting");
            Health.Coverage coverage = health.firstChannels().orElseThrow();
            assertThat(coverage.customers())
                    .as("budi, sari and dewi; the strange order is rejected")
                    .isEqualTo(3);
            assertThat(coverage.share()).as("only sari's order has its event").isCloseTo(1 / 3.0, offset(1e-12));
            assertThat(health.people()).isEqualTo(new Health.People(false, 0, new Health.Names(3, 0)));
            ukur.erase("sari@surel.example", false);
            assertThat(ukur.health().people().erased()).isEqualTo(1);
            assertThat(ukur.health().firstChannels()).as("numbers stay").isEqualTo(Optional.of(coverage));
        }
    }

    @Test
    void a_customer_of_more_orders_in_a_day_than_one_person_places_is_told() throws IOException {
        write("ukur.yaml", "name: Toko\n");
        String head = orders("01", "").getFileName().toString();
        StringBuilder text =
                new StringBuilder(Files.readAllLines(folder.resolve(head)).get(0) + "\n");
        for (int i = 0; i < 41; i++) {
            String who = i < 21 ? "kasir" : "grosir";
            text.append("#K%d,%s@surel.example,paid,IDR,10,2026-01-10 10:00:00 +0700,1,Batik,10\n".formatted(i, who));
        }
        try (Ukur ukur = at("2026-01-11")) {
            ukur.load(List.of(write("till.csv", text.toString())), ImportOptions.standard());
            assertThat(ukur.health().problems())
                    .as("21 orders of the till; the 20 of a wholesaler are just possible")
                    .extracting(Problem::code, problem -> problem.facts().get("orders"))
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("customer-shared", 21L));
        }
    }

    @Test
    void loads_that_an_older_version_of_their_profile_read_are_told_until_their_files_are_read_anew()
            throws IOException {
        write("ukur.yaml", "name: Toko\n");
        Files.createDirectories(folder.resolve("sources"));
        String profile = "profile: kas\nversion: %d\ntarget: costs\ndetect: {all: [Hari, Pos, Jumlah]}\ncolumns: {"
                + "period: {from: Hari, type: date, required: true}, item: {from: Pos, type: text, required: true},"
                + " amount: {from: Jumlah, type: money, required: true}}\n"
                + "derive: {category: %s, currency: IDR}\n";
        write("sources/kas.yaml", profile.formatted(1, "tool"));
        Path file = write("kas.csv", "Hari,Pos,Jumlah\n2026-01-10,Iklan,7\n");
        try (Ukur ukur = at("2026-01-11")) {
            ukur.load(List.of(file), ImportOptions.standard());
            assertThat(ukur.health().problems()).isEmpty();
            write("sources/kas.yaml", profile.formatted(2, "agency"));
            assertThat(ukur.health().problems())
                    .extracting(Problem::code, problem -> problem.facts().get("loads"))
                    .containsExactly(org.assertj.core.groups.Tuple.tuple("loads-of-older-profile", "1"));
            ukur.load(List.of(file), ImportOptions.standard());
            assertThat(ukur.health().problems()).isEmpty();
        }
    }

    /** Three orders on the tenth of a month, and a fourth whose payment has a status of its own. */
    private Path orders(String month, String status) throws IOException {
        StringBuilder text = new StringBuilder(
                "Name,Email,Financial Status,Currency,Total,Created at,Lineitem quantity,Lineitem name,Lineitem price\n");
        List<String> people = List.of("budi", "sari", "dewi", "eko");
        for (int i = 0; i < (status.isEmpty() ? 3 : 4); i++) {
            text.append("#%s%d,%s@surel.example,%s,IDR,10,2026-%s-10 10:00:00 +0700,1,Batik,10\n"
                    .formatted(month.equals("01") ? "" : month, i + 1, people.get(i), i == 3 ? status : "paid", month));
        }
        return write("orders-" + month + ".csv", text.toString());
    }

    private Ukur at(String day) {
        return Ukur.open(folder, Clock.fixed(Instant.parse(day + "T03:00:00Z"), ZoneOffset.UTC));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }
}
