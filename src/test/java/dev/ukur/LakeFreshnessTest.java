package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.insights.Finding;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LakeFreshnessTest {

    private static final Instant NOW = Instant.parse("2026-01-11T05:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 1, 11);

    @Test
    void a_finding_says_which_of_the_tables_it_rests_on_were_never_pulled(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("lake.yaml"), """
                tables:
                  - from: lake.main.biaya
                    into: costs
                    account: keuangan
                    currency: IDR
                    columns: {period: hari, item: pos, category: {const: media}, amount: jumlah}
                """);
        Clock clock = Clock.fixed(NOW, ZoneOffset.UTC);
        try (Store store = Store.open(new StoreSettings(folder.resolve(".ukur"), ZoneOffset.UTC, clock))) {
            LakeFreshness freshness = new LakeFreshness(folder, store.engine(), ZoneOffset.UTC, TODAY);
            Sentence never = Sentence.of("lake-never-pulled").with("table", "lake.main.biaya");
            assertThat(freshness.noted(of("lake.main.biaya/keuangan")).caveats())
                    .containsExactly(Sentence.of("cohort-days"), never);
            assertThat(freshness.noted(of("orders/toko")).caveats()).containsExactly(Sentence.of("cohort-days"));
        }
    }

    private static Finding of(String source) {
        return Finding.about("cohort", new Term.Text("pelanggan"))
                .caveat(Sentence.of("cohort-days"))
                .answer(
                        Finding.Verdict.CLEAR,
                        Sentence.of("cohort-first"),
                        Provenance.at(NOW).and(new Period(TODAY, TODAY), List.of(source)));
    }
}
