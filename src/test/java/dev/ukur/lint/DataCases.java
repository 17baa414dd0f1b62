package dev.ukur.lint;

import static dev.ukur.lint.LintCase.bad;
import static dev.ukur.lint.LintCase.good;
import static dev.ukur.lint.LintCase.of;

import java.util.List;
import java.util.stream.Stream;

/** Goals that only the data show to be weak. */
final class DataCases {

    private static final GoalText ORDERS = GoalText.orders();
    private static final GoalText CLICKS =
            GoalText.of("clicks", "[{value: +60%, due: 2026-12-31}]").kpi("factors", "[ctr]");
    private static final GoalText PAGES =
            GoalText.of("pages_per_visit", "[{value: +20%, due: 2026-12-31}]").kpi("factors", "[page_views]");

    private static final GoalText GROWING = GoalText.of("visits", "[]")
            .goal("outcome", "visitors")
            .kpi("baseline", "2025-07..2025-12")
            .kpi("factors", "[pages_per_visit]")
            .kpi("guardrails", "[bounce_rate]");

    private DataCases() {}

    static List<LintCase> all() {
        return Stream.of(sources(), ratios(), vanity(), targets())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LintCase> sources() {
        GoalText visits = GoalText.of("visits", "[{value: +4%, due: 2026-12-31}]")
                .goal("outcome", "visitors")
                .kpi("factors", "[pages_per_visit]")
                .kpi("guardrails", "[bounce_rate]");
        return List.of(
                bad(
                        "a baseline that the platform may still restate",
                        CLICKS.goal("outcome", "orders").kpi("baseline", "2025-12"),
                        "kpi-baseline-immature"),
                good("a year of which the last month may be restated", CLICKS.goal("outcome", "orders")),
                good("monthly data by month", visits).in(Shops.MONTHLY),
                good(
                                "monthly data by quarter",
                                visits.kpi("cadence", "quarterly")
                                        .kpi("baseline", "2024-01..2025-12")
                                        .kpi("targets", "[{value: +2%, due: 2027-12-31}]"))
                        .in(Shops.MONTHLY),
                bad(
                                "monthly data by day",
                                visits.kpi("cadence", "daily"),
                                "kpi-cadence-too-fine",
                                "kpi-baseline-empty",
                                "kpi-data-stale")
                        .in(Shops.MONTHLY),
                bad(
                                "monthly data by week",
                                visits.kpi("cadence", "weekly"),
                                "kpi-cadence-too-fine",
                                "kpi-baseline-empty",
                                "kpi-baseline-trimmed")
                        .in(Shops.MONTHLY),
                bad(
                                "money in two currencies",
                                GoalText.of("revenue", "[{value: +20%, due: 2026-12-31}]"),
                                "kpi-currency-clash",
                                "kpi-baseline-empty")
                        .in(Shops.TWO_CURRENCIES),
                bad(
                                "the mean of two currencies",
                                GoalText.of("aov", "[{value: +20%, due: 2026-12-31}]"),
                                "kpi-currency-clash",
                                "kpi-baseline-empty")
                        .in(Shops.TWO_CURRENCIES),
                good("orders in two currencies can be counted", ORDERS).in(Shops.TWO_CURRENCIES),
                good("reports of another zone", ORDERS).in(Shops.OTHER_ZONE).expecting("source-zone-clash"),
                good("old exports", ORDERS).on(Shops.MUCH_LATER).expecting("kpi-data-stale"),
                good("old exports by week", ORDERS.kpi("cadence", "weekly"))
                        .on(Shops.MUCH_LATER)
                        .expecting("kpi-data-stale", "kpi-baseline-trimmed", "kpi-target-in-noise"),
                good(
                                "old exports by year are not old",
                                ORDERS.kpi("cadence", "yearly").kpi("targets", "[]"))
                        .on(Shops.MUCH_LATER)
                        .expecting("kpi-no-target"));
    }

    private static List<LintCase> ratios() {
        return List.of(
                good("an average of ratios", ORDERS)
                        .metrics(ownMetric("(ctr + engagement_rate) / 2"))
                        .expecting("average-of-ratios"),
                good("an average of three ratios", ORDERS)
                        .metrics(ownMetric("(ctr + bounce_rate + engagement_rate) / 3"))
                        .expecting("average-of-ratios"),
                good("a ratio of sums", ORDERS).metrics(ownMetric("clicks / visits")));
    }

    private static String ownMetric(String formula) {
        return """
                metrics:
                  own_rate:
                    label: {id: Laju sendiri, en: Own rate}
                    description: {id: Milik sendiri, en: Our own}
                    formula: %s
                    unit: ratio
                    direction: up
                    role: driver
                    empty: {id: Tidak ada data, en: No data}
                    defined_by: the team
                """.formatted(formula);
    }

    private static List<LintCase> vanity() {
        return List.of(
                good("clicks foretell orders", CLICKS.goal("outcome", "orders")),
                good("clicks foretell revenue", CLICKS.goal("outcome", "revenue")),
                good(
                        "visits go with orders",
                        GoalText.of("visits", "[{value: +20%, due: 2026-12-31}]")
                                .goal("outcome", "orders")
                                .kpi("factors", "[visitors]")),
                bad("pages per visit do not foretell orders", PAGES.goal("outcome", "orders"), "kpi-vanity-evidence"),
                bad("pages per visit do not foretell revenue", PAGES.goal("outcome", "revenue"), "kpi-vanity-evidence"),
                of(
                        "pages per visit do not serve the wider goal",
                        GoalText.file(ORDERS, PAGES.goal("supports", "orders")),
                        "kpi-vanity-evidence"),
                of("clicks serve the wider goal", GoalText.file(ORDERS, CLICKS.goal("supports", "orders"))),
                bad(
                        "a factor that moves nothing",
                        ORDERS.kpi("factors", "[clicks, pages_per_visit]"),
                        "kpi-factor-no-evidence"),
                bad(
                        "another factor that moves nothing",
                        ORDERS.kpi("factors", "[pages_per_visit]"),
                        "kpi-factor-no-evidence"));
    }

    private static List<LintCase> targets() {
        return List.of(
                bad(
                        "a target inside the noise",
                        ORDERS.kpi("targets", "[{value: +2%, due: 2026-12-31}]"),
                        "kpi-target-in-noise",
                        "kpi-sample-too-small"),
                bad(
                        "a target of money inside the noise",
                        GoalText.of("revenue", "[{value: +1%, due: 2026-12-31}]"),
                        "kpi-target-in-noise",
                        "kpi-sample-too-small"),
                good("a target that comes by itself", GROWING.kpi("targets", "[{value: +1.5%, due: 2026-03-31}]"))
                        .in(Shops.GROWING)
                        .expecting("kpi-target-by-itself"),
                good("another target that comes by itself", GROWING.kpi("targets", "[{value: +1.5%, due: 2026-02-28}]"))
                        .in(Shops.GROWING)
                        .expecting("kpi-target-by-itself"),
                good("a target ahead of the growth", GROWING.kpi("targets", "[{value: +25%, due: 2026-03-31}]"))
                        .in(Shops.GROWING)
                        .expecting("kpi-target-unseen"),
                bad(
                        "a target beyond anything seen",
                        ORDERS.kpi("targets", "[{value: +400%, due: 2026-12-31}]"),
                        "kpi-target-unseen"),
                bad(
                        "a doubling in a month",
                        ORDERS.kpi("targets", "[{value: +100%, due: 2026-01-31}]"),
                        "kpi-target-unseen"),
                bad(
                        "too few months to tell",
                        GoalText.of("cancel_rate", "[{value: -15%, due: 2026-01-31}]")
                                .kpi("baseline", "2024-01..2025-12")
                                .kpi("guardrails", "[orders]")
                                .kpi("factors", "[orders]"),
                        "kpi-sample-too-small",
                        "goal-no-outcome",
                        "kpi-factor-no-evidence"),
                bad(
                        "too small a share to tell",
                        GoalText.of("cancel_rate", "[{value: -3%, due: 2026-06-30}]")
                                .goal("outcome", "revenue")
                                .kpi("guardrails", "[orders]")
                                .kpi("factors", "[orders]"),
                        "kpi-target-in-noise",
                        "kpi-sample-too-small",
                        "kpi-vanity-evidence",
                        "kpi-factor-no-evidence"));
    }
}
