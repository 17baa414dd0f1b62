package dev.ukur.delivery.report.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Health;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.sources.ErasedPerson;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class HealthTextTest {

    private static final Health.Source SOURCE = new Health.Source(
            "shopify.orders",
            "toko",
            12,
            Instant.parse("2026-03-11T03:00:00Z"),
            Optional.of(LocalDate.of(2026, 3, 10)),
            Optional.of(64L),
            Optional.of(31L),
            2);

    @Test
    void data_health_says_in_both_languages_how_many_customers_have_a_known_first_channel() {
        Health health = new Health(
                List.of(SOURCE),
                Optional.of(new Health.Coverage(0.62, 0.58, 0.66, 512)),
                new Health.People(false, 3, new Health.Names(512, 40)),
                1_000_000,
                List.of(Problem.warning("rejects-waiting", Location.of("shopify.orders/toko"))
                        .with("rows", 2L)));
        assertThat(text(Language.EN).health(health))
                .contains("62", "of customers have a known first channel", "512", "shopify.orders", "64")
                .contains("Of people only keyed hashes are kept. Erased so far: 3.")
                .contains("Customers go by 512 names. At most 40 of them are second names")
                .contains("2 rows wait in quarantine.");
        assertThat(text(Language.ID).health(health))
                .contains("62", "pelanggan diketahui kanal pertamanya", "512")
                .contains("Dari orang hanya disimpan hash berkunci. Sudah dihapus: 3.")
                .contains("Pelanggan dikenal dengan 512 nama. Paling banyak 40 di antaranya nama kedua")
                .contains("2 baris menunggu di karantina.");
    }

    @Test
    void an_empty_workspace_says_that_nothing_came_in_and_a_stranger_is_told_to_be_one() {
        Health empty = new Health(
                List.of(), Optional.empty(), new Health.People(true, 0, new Health.Names(0, 0)), 0, List.of());
        assertThat(text(Language.EN).health(empty)).isEqualTo("Nothing was imported yet.\n");
        ErasedPerson nobody = new ErasedPerson(0, 0, Map.of());
        assertThat(text(Language.ID).erased(nobody, false))
                .isEqualTo("Tidak ada yang diketahui tentang orang ini di sini.\n");
    }

    @Test
    void what_was_erased_is_told_by_table() {
        ErasedPerson budi = new ErasedPerson(2, 1, Map.of("orders", 4L, "visits", 9L));
        assertThat(text(Language.EN).erased(budi, false)).contains("orders", "4", "visits", "9", "Erased: 2 names");
        assertThat(text(Language.EN).erased(budi, true))
                .contains("Would be erased: 2 names")
                .contains("Nothing was changed");
    }

    private static TextReports text(Language language) {
        return new TextReports(Messages.of(language), Ink.PLAIN);
    }
}
