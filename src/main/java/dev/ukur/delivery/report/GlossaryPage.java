package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;
import java.util.List;
import java.util.Map;

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
        StringOutput page = new StringOutput();
        TemplateEngine.createPrecompiled(null, ContentType.Html, null, ScorecardPage.TEMPLATES)
                .render("glossary.jte", Map.of("view", view(entries, exports), "say", say), page);
        return page.toString();
    }

    /** All that the page shows. */
    public GlossaryView view(List<CatalogueEntry> entries, Exports exports) {
        long able = entries.stream().filter(CatalogueEntry::computable).count();
        return new GlossaryView(
                say.language().code(),
                ScorecardPage.style(),
                say.text("catalog.sum", Map.of("able", able, "all", entries.size())),
                new Glossary(say).sections(entries, exports::gaps),
                List.of(say.text("page.made", "version", version)));
    }
}
