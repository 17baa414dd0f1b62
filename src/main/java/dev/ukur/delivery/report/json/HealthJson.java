package dev.ukur.delivery.report.json;

import dev.ukur.Health;

/** How a workspace's data are. */
final class HealthJson {

    private final ProblemJson problems;

    HealthJson(ProblemJson problems) {
        this.problems = problems;
    }

    void write(Json json, Health health) {
        json.array("sources", health.sources(), HealthJson::source)
                .put(
                        "rejects_waiting",
                        health.sources().stream()
                                .mapToLong(Health.Source::waiting)
                                .sum())
                .object(
                        "first_channel",
                        object -> health.firstChannels()
                                .ifPresent(coverage -> object.put("share", coverage.share())
                                        .put("low", coverage.low())
                                        .put("high", coverage.high())
                                        .put("customers", coverage.customers())))
                .object(
                        "people",
                        object -> object.put("plain", health.people().plain())
                                .put("erased", health.people().erased())
                                .put("customers", health.people().names().customers())
                                .put("twice_at_most", health.people().names().twiceAtMost()))
                .put("store_bytes", health.storeBytes())
                .array("problems", health.problems(), problems::diagnostic);
    }

    private static void source(Json json, Health.Source source) {
        json.put("profile", source.profile())
                .put("account", source.account())
                .put("last_load", source.lastLoad())
                .put("loaded_at", source.loadedAt())
                .put("last_day", source.lastDay())
                .put("days_ago", source.daysAgo())
                .put("usual_days", source.usualDays())
                .put("late", source.isLate())
                .put("rejects_waiting", source.waiting());
    }
}
