package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.i18n.Messages;
import dev.ukur.model.Occasion;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The occasions that can be looked at: those of the workspace's calendar, and days that come back every year. */
record Calendar(Messages say, List<Occasion> occasions) {

    private static final List<String> RECURRING = List.of("twin-dates", "lebaran");

    /** Names with their titles: what comes back, then the calendar, the newest first. */
    Map<String, String> names() {
        Map<String, String> names = new LinkedHashMap<>();
        RECURRING.forEach(word -> names.put(word, say.text("finding.occasion-" + word)));
        newest().forEach(one -> names.putIfAbsent(one.name(), title(one) + ", " + days(one)));
        return names;
    }

    /** A table that leads to what each of them did. */
    Section section() {
        List<List<Cell>> rows = new ArrayList<>();
        RECURRING.forEach(word -> rows.add(List.of(
                link(say.text("finding.occasion-" + word), word),
                Cell.of(say.text("web.occasion.yearly")),
                Cell.of(say.text("web.unknown")))));
        newest().forEach(one -> rows.add(List.of(
                link(title(one), one.name()), Cell.of(say.text("web.occasion." + one.kind())), Cell.of(days(one)))));
        List<Head> heads = List.of(
                new Head(say.text("web.ask.occasion"), false),
                new Head(say.text("web.occasion.kind"), false),
                new Head(say.text("web.occasion.days"), false));
        return new Section(
                say.text("web.occasions"),
                "calendar.yaml",
                Body.grid(new Grid(heads, rows)),
                say.text("web.occasions.how"));
    }

    private List<Occasion> newest() {
        return occasions.stream()
                .sorted(Comparator.comparing((Occasion one) -> one.days().first())
                        .reversed())
                .toList();
    }

    private String title(Occasion one) {
        return say.language().pick(one.title().id(), one.title().en());
    }

    private String days(Occasion one) {
        return say.formats().period(one.days());
    }

    private static Cell link(String label, String name) {
        return Cell.link(label, "/impact?occasion=" + URLEncoder.encode(name, StandardCharsets.UTF_8));
    }
}
