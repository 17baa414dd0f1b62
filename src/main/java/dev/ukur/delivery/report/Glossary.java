package dev.ukur.delivery.report;

import dev.ukur.delivery.report.GlossaryView.Entry;
import dev.ukur.delivery.report.GlossaryView.Section;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of the glossary, whatever it is written on. */
final class Glossary {

    private final Messages say;

    Glossary(Messages say) {
        this.say = say;
    }

    /**
     * The families in the order of the catalogue, each with its metrics.
     *
     * @param gaps what keeps a metric from being computed
     */
    List<Section> sections(List<CatalogueEntry> entries, Function<CatalogueEntry, List<Exports.Gap>> gaps) {
        return entries.stream()
                .collect(Collectors.groupingBy(CatalogueEntry::family, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(family -> new Section(
                        family.getKey(),
                        say.text("family." + family.getKey()),
                        family.getValue().stream()
                                .map(entry -> entry(entry.metric(), gaps.apply(entry)))
                                .toList()))
                .toList();
    }

    private Entry entry(Metric metric, List<Exports.Gap> gaps) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put(say.text("catalog.formula"), metric.formula());
        facts.put(say.text("catalog.unit"), say.text("unit." + metric.unit().word()));
        facts.put(
                say.text("catalog.direction"),
                say.text("direction." + metric.direction().word()));
        facts.put(say.text("catalog.role"), say.text("role." + metric.role().word()));
        if (!metric.aliases().isEmpty()) {
            facts.put(say.text("catalog.aliases"), String.join(", ", metric.aliases()));
        }
        facts.put(say.text("catalog.empty"), text(metric.emptyCase()));
        metric.interval().ifPresent(word -> facts.put(say.text("catalog.interval"), say.text("interval." + word)));
        metric.noInterval().ifPresent(why -> facts.put(say.text("catalog.interval"), text(why)));
        facts.put(say.text("catalog.source"), metric.definedBy());
        gaps.forEach(gap -> facts.put(say.text("catalog.gap.for", "table", gap.table()), exports(gap)));
        return new Entry(metric.name(), text(metric.label()), text(metric.description()), facts);
    }

    private String exports(Exports.Gap gap) {
        return gap.exports().isEmpty()
                ? say.text("catalog.gap.none")
                : gap.exports().stream().map(export -> text(export.about())).collect(Collectors.joining("; "));
    }

    private String text(Label label) {
        return say.language().pick(label.id(), label.en());
    }
}
