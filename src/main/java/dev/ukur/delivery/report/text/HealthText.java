package dev.ukur.delivery.report.text;

import dev.ukur.Health;
import dev.ukur.i18n.Messages;
import java.util.List;
import java.util.Map;

/** How a workspace's data are, for a terminal. */
final class HealthText {

    private final Messages say;
    private final Ink ink;

    HealthText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String page(Health health) {
        if (health.sources().isEmpty()) {
            return say.text("health.nothing") + "\n";
        }
        TextTable table = new TextTable()
                .words(say.text("health.source"))
                .words(say.text("health.account"))
                .words(say.text("health.last-day"))
                .numbers(say.text("health.days-ago"))
                .numbers(say.text("health.usual"))
                .numbers(say.text("health.waiting"))
                .numbers(say.text("health.load"));
        health.sources().forEach(source -> table.row(row(source)));
        String problems = health.problems().isEmpty()
                ? say.text("health.well") + "\n"
                : new DiagnosticText(say, ink).list(health.problems());
        return table.draw(ink) + "\n" + coverage(health) + "\n" + people(health) + "\n\n" + problems;
    }

    private List<String> row(Health.Source source) {
        return List.of(
                source.profile(),
                source.account(),
                source.lastDay().map(say.formats()::day).orElse("–"),
                source.daysAgo().map(say.formats()::count).orElse("–"),
                source.usualDays().map(say.formats()::count).orElse("–"),
                say.formats().count(source.waiting()),
                Long.toString(source.lastLoad()));
    }

    private String coverage(Health health) {
        return health.firstChannels()
                .map(known -> say.text(
                        "health.coverage",
                        Map.of(
                                "share", known.share(),
                                "low", known.low(),
                                "high", known.high(),
                                "customers", known.customers())))
                .orElseGet(() -> say.text("health.coverage-unknown"));
    }

    private String people(Health health) {
        String kept = say.text(health.people().plain() ? "health.plain" : "health.hashed");
        Health.Names names = health.people().names();
        String twice = names.twiceAtMost() == 0
                ? ""
                : "\n"
                        + say.text(
                                "health.twice", Map.of("customers", names.customers(), "people", names.twiceAtMost()));
        return kept + " " + say.text("health.erased", "people", health.people().erased()) + twice;
    }
}
