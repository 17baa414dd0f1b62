package dev.ukur.workspace;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.DetectRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.model.LayoutRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.TrafficRules;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** More names for headers a profile already knows, appended wherever the known name stands. */
final class Aliases {

    private final Map<String, List<String>> more;

    /** @param more known header to the names to add */
    Aliases(Map<String, List<String>> more) {
        this.more = Map.copyOf(more);
    }

    SourceProfile applyTo(SourceProfile base) {
        DetectRules detect = base.detect();
        return new SourceProfile(
                base.name(),
                base.version(),
                base.verified(),
                base.about(),
                base.account(),
                base.targets(),
                new DetectRules(
                        detect.containers(),
                        detect.all().stream().map(this::extend).toList(),
                        detect.none(),
                        detect.only(),
                        detect.preamble(),
                        detect.pointers(),
                        detect.fileName()),
                extend(base.layout()),
                base.facts(),
                base.locale(),
                base.columns().stream().map(this::extend).toList(),
                base.traffic().map(this::extend),
                base.load(),
                pii(base.pii()),
                base.database(),
                base.at());
    }

    private LayoutRules extend(LayoutRules layout) {
        return new LayoutRules(
                layout.headerWithin(),
                layout.header(),
                layout.delimiter(),
                layout.sheet(),
                layout.stopAtBlank(),
                layout.sections(),
                layout.stopAt(),
                layout.descriptionRows(),
                layout.json(),
                layout.log(),
                layout.special().stream().map(this::extend).toList(),
                layout.rowCount(),
                layout.group()
                        .map(group -> new LayoutRules.Group(
                                extend(group.by()),
                                group.once(),
                                group.fillDown().stream().map(this::extend).toList())),
                layout.unpivot());
    }

    private LayoutRules.SpecialRow extend(LayoutRules.SpecialRow row) {
        return new LayoutRules.SpecialRow(
                row.column(),
                row.label(),
                row.blank().stream().map(this::extend).toList(),
                row.total(),
                row.binding());
    }

    private TrafficRules extend(TrafficRules traffic) {
        Map<String, HeaderMatch> fields = new LinkedHashMap<>();
        traffic.fields().forEach((part, header) -> fields.put(part, extend(header)));
        return new TrafficRules(fields, traffic.silence());
    }

    /** A personal column stays personal under its further names. */
    private List<String> pii(List<String> columns) {
        List<String> names = new ArrayList<>(columns);
        columns.forEach(column -> more.forEach((known, added) -> {
            if (HeaderName.fold(known).equals(HeaderName.fold(column))) {
                names.addAll(added);
            }
        }));
        return names;
    }

    private ColumnRule extend(ColumnRule rule) {
        ColumnValue value = rule.value().match(new ColumnValue.Cases<>() {
            @Override
            public ColumnValue read(ColumnValue.Read read) {
                return new ColumnValue.Read(
                        extend(read.from()),
                        read.beside().map(Aliases.this::extend),
                        read.type(),
                        read.required(),
                        read.form());
            }

            @Override
            public ColumnValue derived(ColumnValue.Derived derived) {
                return derived;
            }
        });
        return new ColumnRule(rule.table(), rule.column(), value, rule.sum(), rule.at());
    }

    private HeaderMatch extend(HeaderMatch header) {
        List<String> names = new ArrayList<>(header.names());
        more.forEach((known, added) -> {
            if (header.matches(HeaderName.fold(known))) {
                names.addAll(added);
            }
        });
        return new HeaderMatch(names, header.pattern());
    }
}
