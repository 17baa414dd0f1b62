package dev.ukur.delivery.report;

import dev.ukur.delivery.report.GlossaryView.Entry;
import dev.ukur.delivery.report.GlossaryView.Section;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import java.util.List;

/** The glossary of metrics as Markdown, for {@code docs/}. It says nothing of a workspace. */
public final class GlossaryDocument {

    private final Messages say;

    public GlossaryDocument(Messages say) {
        this.say = say;
    }

    /** The whole document, ended by a line end. */
    public String markdown(List<CatalogueEntry> entries) {
        StringBuilder text =
                new StringBuilder("# ").append(say.text("glossary.title")).append("\n\n");
        text.append(say.text("glossary.about", "all", entries.size())).append('\n');
        for (Section section : new Glossary(say).sections(entries, entry -> List.of())) {
            text.append("\n## ").append(section.title()).append('\n');
            section.entries().forEach(entry -> append(text, entry));
        }
        return text.toString();
    }

    private static void append(StringBuilder text, Entry entry) {
        text.append("\n### ")
                .append(entry.label())
                .append(" · `")
                .append(entry.name())
                .append("`\n\n");
        text.append(entry.description()).append("\n\n");
        entry.facts()
                .forEach((name, value) -> text.append("- ")
                        .append(name)
                        .append(": ")
                        .append(name.equals(entry.facts().keySet().iterator().next()) ? "`" + value + "`" : value)
                        .append('\n'));
    }
}
