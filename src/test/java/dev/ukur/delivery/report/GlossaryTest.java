package dev.ukur.delivery.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Label;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problems;
import dev.ukur.sources.SourceSummary;
import dev.ukur.workspace.MetricReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The glossary is made from the catalogue; {@code -Dgolden.update} writes the documents anew. */
class GlossaryTest {

    private static final List<CatalogueEntry> ENTRIES = entries();

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_documents_say_what_the_catalogue_says(Language language) throws IOException {
        String text = new GlossaryDocument(Messages.of(language)).markdown(ENTRIES);
        Path document = Path.of("docs", "metrics." + language.code() + ".md");
        if (System.getProperty("golden.update") != null) {
            Files.writeString(document, text);
        }
        assertThat(text).isEqualTo(Files.readString(document)).doesNotContain("catalog.", "family.");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void the_page_holds_every_metric_and_names_the_export_that_closes_a_gap(Language language) {
        SourceSummary shop = new SourceSummary(
                "shop.orders",
                new Label("Ekspor <toko>", "Export of a <shop>"),
                true,
                List.of("orders"),
                List.of(),
                Location.nowhere());
        String page = new GlossaryPage(Messages.of(language), "1").html(ENTRIES, new Exports(List.of(shop)));
        assertThat(ENTRIES)
                .allSatisfy(entry ->
                        assertThat(page).contains("id=\"m-" + entry.metric().name() + "\""));
        assertThat(page)
                .contains("&lt;" + language.pick("toko", "shop") + "&gt;")
                .doesNotContain("<script", "src=", "http");
    }

    private static List<CatalogueEntry> entries() {
        Problems problems = new Problems();
        return MetricReader.builtIn(problems).metrics().all().stream()
                .map(metric -> new CatalogueEntry(
                        metric,
                        !metric.name().equals("revenue"),
                        metric.name().equals("revenue") ? List.of("orders") : List.of()))
                .toList();
    }
}
