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
import java.util.stream.Collectors;

/** The words of the glossary, whatever it is written on. */
final class Glossary {

    private final Messages say;

    Glossary(Messages say) {
        this.say = say;
    }

    /** The families in the order of the catalogue, each with its metrics. */
    List<Section> sections(List<CatalogueEntry> entries) {
        return entries.stream()
                .collect(Collectors.groupingBy(CatalogueEntry::family, LinkedHashMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(family -> new Section(
                        family.getKey(),
                        say.text("family." + family.getKey()),
                        family.getValue().stream().map(this::entry).toList()))
                .toList();
    }

    private Entry entry(CatalogueEntry entry) {
        Metric metric = entry.metric();
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
        facts.put(say.text("catalog.source"), metric.definedBy());
        return new Entry(metric.name(), text(metric.label()), text(metric.description()), facts);
    }

    String text(Label label) {
        return say.language().pick(label.id(), label.en());
    }
}
