package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.Exports;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The glossary of metrics, and one metric's page. */
final class CatalogText {

    private final Messages say;
    private final Ink ink;

    CatalogText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String list(List<CatalogueEntry> entries, Exports exports) {
        TextTable table = new TextTable()
                .words(say.text("catalog.name"))
                .words(say.text("catalog.label"))
                .words(say.text("catalog.unit"))
                .words(say.text("catalog.role"))
                .words(say.text("catalog.computable"));
        for (CatalogueEntry entry : entries) {
            Metric metric = entry.metric();
            table.row(List.of(
                    metric.name(),
                    text(metric.label()),
                    say.text("unit." + metric.unit().word()),
                    say.text("role." + metric.role().word()),
                    computable(entry)));
        }
        long able = entries.stream().filter(CatalogueEntry::computable).count();
        return table.draw(ink) + "\n" + say.text("catalog.sum", Map.of("able", able, "all", entries.size())) + "\n"
                + closing(entries, exports);
    }

    /** The exports that would close the gaps, those that serve most metrics first. */
    private String closing(List<CatalogueEntry> entries, Exports exports) {
        Map<Exports.Gap, Long> served = entries.stream()
                .flatMap(entry -> exports.gaps(entry).stream())
                .collect(Collectors.groupingBy(gap -> gap, LinkedHashMap::new, Collectors.counting()));
        StringBuilder text = new StringBuilder();
        served.entrySet().stream()
                .sorted(Map.Entry.<Exports.Gap, Long>comparingByValue().reversed())
                .forEach(gap -> text.append(say.text(
                                "catalog.gap",
                                Map.of(
                                        "table", gap.getKey().table(),
                                        "metrics", gap.getValue(),
                                        "exports", exports(gap.getKey()))))
                        .append('\n'));
        return text.toString();
    }

    private String exports(Exports.Gap gap) {
        return gap.exports().isEmpty()
                ? say.text("catalog.gap.none")
                : gap.exports().stream().map(export -> text(export.about())).collect(Collectors.joining("; "));
    }

    String page(CatalogueEntry entry, Exports exports) {
        Metric metric = entry.metric();
        StringBuilder page = new StringBuilder();
        page.append(ink.strong(text(metric.label())))
                .append(" · ")
                .append(metric.name())
                .append('\n');
        page.append(text(metric.description())).append("\n\n");
        TextTable facts = new TextTable().words("").words("");
        fact(facts, "formula", metric.formula());
        fact(facts, "family", say.text("family." + entry.family()));
        fact(facts, "unit", say.text("unit." + metric.unit().word()));
        fact(facts, "direction", say.text("direction." + metric.direction().word()));
        fact(facts, "role", say.text("role." + metric.role().word()));
        if (!metric.aliases().isEmpty()) {
            fact(facts, "aliases", String.join(", ", metric.aliases()));
        }
        fact(facts, "empty", text(metric.emptyCase()));
        metric.interval().ifPresent(word -> fact(facts, "interval", say.text("interval." + word)));
        metric.noInterval().ifPresent(why -> fact(facts, "interval", text(why)));
        fact(facts, "source", metric.definedBy());
        fact(facts, "computable", computable(entry));
        exports.gaps(entry)
                .forEach(gap -> facts.row(List.of(say.text("catalog.gap.for", "table", gap.table()), exports(gap))));
        return page + facts.draw(ink).stripLeading();
    }

    private void fact(TextTable facts, String key, String value) {
        facts.row(List.of(say.text("catalog." + key), value));
    }

    private String computable(CatalogueEntry entry) {
        return entry.computable() ? say.text("catalog.yes") : say.text("catalog.missing", "tables", entry.missing());
    }

    private String text(Label label) {
        return say.language().pick(label.id(), label.en());
    }
}
