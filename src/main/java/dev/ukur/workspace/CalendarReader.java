package dev.ukur.workspace;

import dev.ukur.model.Label;
import dev.ukur.model.Occasion;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Occasions of {@code calendar.yaml}: what happened on which days. */
final class CalendarReader {

    private static final List<String> KINDS =
            List.of("campaign", "promo", "holiday", "outage", "price", "tracking_change");

    private CalendarReader() {}

    /** The occasions that could be read, in the order written; several runs of days give one occasion each. */
    static List<Occasion> read(YamlMap file) {
        file.allow(Set.of("occasions"));
        Optional<YamlMap> map = file.map("occasions");
        if (map.isEmpty()) {
            return List.of();
        }
        List<Occasion> read = new ArrayList<>();
        map.get()
                .entries()
                .forEach((name, value) -> value.map().ifPresent(occasion -> read.addAll(occasions(name, occasion))));
        return List.copyOf(read);
    }

    private static List<Occasion> occasions(String name, YamlMap map) {
        map.allow(Set.of("kind", "title", "days"));
        Optional<String> kind = map.require("kind").flatMap(value -> value.oneOf(KINDS));
        Label title = map.label("title").orElse(Label.same(name));
        List<Occasion> occasions = new ArrayList<>();
        for (YamlValue item : map.require("days").map(YamlValue::list).orElse(List.of())) {
            Optional<Period> days = days(map, item);
            if (kind.isPresent() && days.isPresent()) {
                occasions.add(new Occasion(name, kind.get(), title, days.get(), item.at()));
            }
        }
        return occasions;
    }

    private static Optional<Period> days(YamlMap map, YamlValue item) {
        Optional<String> text = item.text();
        Optional<Period> days = text.flatMap(PeriodText::parse);
        if (text.isPresent() && days.isEmpty()) {
            map.report(
                    Problem.error("period-form", item.at()).with("key", "days").with("value", text.get()));
        }
        return days;
    }
}
