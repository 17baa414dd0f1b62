package dev.ukur.workspace;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.DetectRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.model.SourceProfile;
import java.util.ArrayList;
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
                base.layout(),
                base.facts(),
                base.locale(),
                base.columns().stream().map(this::extend).toList(),
                base.traffic(),
                base.load(),
                base.pii(),
                base.at());
    }

    private ColumnRule extend(ColumnRule rule) {
        ColumnValue value = rule.value().match(new ColumnValue.Cases<>() {
            @Override
            public ColumnValue read(ColumnValue.Read read) {
                return new ColumnValue.Read(extend(read.from()), read.type(), read.required(), read.form());
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
