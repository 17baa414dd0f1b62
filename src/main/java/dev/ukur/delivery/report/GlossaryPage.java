package dev.ukur.delivery.report;

import dev.ukur.delivery.report.GlossaryView.Section;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.sources.SourceSummary;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The glossary of metrics as one self-contained page, generated from the catalogue. */
public final class GlossaryPage {

    private final Messages say;
    private final String version;

    /**
     * A page in a language.
     *
     * @param version of the program, named at the foot
     */
    public GlossaryPage(Messages say, String version) {
        this.say = say;
        this.version = version;
    }

    /** The whole page, ended by a line end. */
    public String html(List<CatalogueEntry> entries, Exports exports) {
        long able = entries.stream().filter(CatalogueEntry::computable).count();
        GlossaryView view = new GlossaryView(
                say.language().code(),
                ScorecardPage.style(),
                say.text("catalog.sum", Map.of("able", able, "all", entries.size())),
                withGaps(new Glossary(say).sections(entries), entries, exports),
                List.of(say.text("page.made", "version", version)));
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, ScorecardPage.TEMPLATES)
                .render("glossary.jte", Map.of("view", view, "say", say), page);
        return page.toString();
    }

    /** What a metric lacks in this workspace stands below its facts. */
    private List<Section> withGaps(List<Section> sections, List<CatalogueEntry> entries, Exports exports) {
        Map<String, CatalogueEntry> byName = entries.stream()
                .collect(Collectors.toMap(entry -> entry.metric().name(), entry -> entry));
        return sections.stream()
                .map(section -> new Section(
                        section.name(),
                        section.title(),
                        section.entries().stream()
                                .map(entry -> withGaps(entry, exports.gaps(byName.get(entry.name()))))
                                .toList()))
                .toList();
    }

    private GlossaryView.Entry withGaps(GlossaryView.Entry entry, List<Exports.Gap> gaps) {
        Map<String, String> facts = new LinkedHashMap<>(entry.facts());
        gaps.forEach(gap -> facts.put(
                say.text("catalog.gap.for", "table", gap.table()),
                gap.exports().isEmpty()
                        ? say.text("catalog.gap.none")
                        : gap.exports().stream()
                                .map(SourceSummary::about)
                                .map(new Glossary(say)::text)
                                .collect(Collectors.joining("; "))));
        return new GlossaryView.Entry(entry.name(), entry.label(), entry.description(), facts);
    }
}
