package dev.ukur.lint;

import static dev.ukur.lint.LintCase.bad;
import static dev.ukur.lint.LintCase.good;
import static dev.ukur.lint.LintCase.of;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Goals with a part missing, misspelt or at odds with another. */
final class StructureCases {

    private static final GoalText ORDERS = GoalText.orders();
    private static final GoalText REVENUE = GoalText.of("revenue", "[{value: +20%, due: 2026-12-31}]");
    private static final String AIM = "aims:\n  grow: {id: Tumbuh sehat, en: Grow soundly}\n";

    private StructureCases() {}

    static List<LintCase> all() {
        return Stream.of(goodOnes(), parts(), names(), baselines(), targets(), alignment(), drivers())
                .flatMap(List::stream)
                .toList();
    }

    private static List<LintCase> goodOnes() {
        return List.of(
                good("one good goal", ORDERS),
                good("two good goals", ORDERS, REVENUE),
                good("a goal on money", REVENUE),
                good(
                        "targets on the way",
                        ORDERS.kpi("targets", "[{value: +20%, due: 2026-12-31}, {value: +25%, due: 2027-12-31}]")),
                of("a goal that serves an aim", AIM + GoalText.file(ORDERS.goal("supports", "grow"))),
                of(
                        "an identity that holds",
                        "drivers:\n  revenue: {product: [revenue_per_visitor, visitors]}\n" + GoalText.file(ORDERS)),
                of("influences only", "drivers:\n  orders: {influences: [clicks, visits]}\n" + GoalText.file(ORDERS)),
                good(
                        "a filtered goal",
                        ORDERS.kpi("where", "\"sales_channel = 'web'\"").kpi("factors", "[revenue]")));
    }

    private static List<LintCase> parts() {
        return List.of(
                of("no goals at all", "goals:\n", "goals-none"),
                of("an empty file", "", "goals-none"),
                of("a goal without a KPI", "goals:\n  orders:\n    goal: More orders\n", "goal-no-kpi", "goals-none"),
                of(
                        "a KPI without a metric",
                        "goals:\n  orders:\n    goal: More orders\n    kpi: {owner: Rani}\n",
                        "yaml-missing-key",
                        "goals-none"),
                of(
                        "two KPIs in a list",
                        "goals:\n  orders:\n    goal: More orders\n    kpi: [{metric: orders}, {metric: revenue}]\n",
                        "goal-two-kpis",
                        "goals-none"),
                of(
                        "two KPIs under kpis",
                        "goals:\n  orders:\n    goal: More orders\n    kpis: [orders, revenue]\n",
                        "goal-two-kpis",
                        "goals-none"),
                of("eight KPIs", GoalText.file(many(8)), "kpi-too-many"),
                of("twelve KPIs", GoalText.file(many(12)), "kpi-too-many"),
                of("seven KPIs are not too many", GoalText.file(many(7))),
                bad("no owner", ORDERS.without("owner"), "kpi-no-owner"),
                bad("no owner of money", REVENUE.without("owner"), "kpi-no-owner"),
                bad("no cadence", ORDERS.without("cadence"), "kpi-no-cadence"),
                bad(
                        "no cadence and no owner",
                        REVENUE.without("cadence").without("owner"),
                        "kpi-no-cadence",
                        "kpi-no-owner"),
                bad("no action", ORDERS.without("action"), "kpi-no-action"),
                bad(
                        "no action and no guardrail",
                        REVENUE.without("action").without("guardrails"),
                        "kpi-no-action",
                        "kpi-no-guardrail"),
                bad("no factors", ORDERS.without("factors"), "kpi-no-factors"),
                bad("empty factors", REVENUE.kpi("factors", "[]"), "kpi-no-factors"),
                bad(
                        "no baseline",
                        ORDERS.without("baseline").kpi("targets", "[{value: 1500, due: 2026-12-31}]"),
                        "kpi-no-baseline"),
                bad("no baseline for a change", ORDERS.without("baseline"), "kpi-no-baseline"),
                bad("no target", ORDERS.without("targets"), "kpi-no-target"),
                bad("no target of money", REVENUE.kpi("targets", "[]"), "kpi-no-target"),
                bad("no guardrail", ORDERS.without("guardrails"), "kpi-no-guardrail"),
                of("the same metric twice", GoalText.file(ORDERS, ORDERS.named("again")), "kpi-metric-shared"));
    }

    private static List<LintCase> names() {
        return List.of(
                bad("a misspelt metric", ORDERS.kpi("metric", "ordres"), "kpi-unknown-metric"),
                bad("a metric nobody knows", ORDERS.kpi("metric", "happiness"), "kpi-unknown-metric"),
                bad("a misspelt factor", ORDERS.kpi("factors", "[clicks, visist]"), "kpi-unknown-factor"),
                bad("a misspelt guardrail", ORDERS.kpi("guardrails", "[cancel_rat]"), "kpi-unknown-guardrail"),
                bad(
                        "a metric without data",
                        ORDERS.kpi("metric", "churn_rate").kpi("targets", "[{value: 2%, due: 2026-12-31}]"),
                        "kpi-not-computable"),
                bad("a metric of leads without leads", ORDERS.kpi("metric", "leads"), "kpi-not-computable"),
                good("nothing imported yet", ORDERS).in(Shops.EMPTY).expecting("kpi-not-computable"),
                bad(
                        "vanity by role: page views",
                        GoalText.of("page_views", "[{value: 400000, due: 2026-12-31}]")
                                .without("baseline"),
                        "kpi-vanity",
                        "kpi-no-direction",
                        "kpi-no-baseline",
                        "kpi-factor-no-evidence"),
                bad(
                        "vanity by role: impressions",
                        GoalText.of("impressions", "[{value: 2000000, due: 2026-12-31}]")
                                .without("baseline"),
                        "kpi-vanity",
                        "kpi-no-direction",
                        "kpi-no-baseline",
                        "kpi-factor-no-evidence"),
                bad(
                        "a metric that is neither better up nor down",
                        GoalText.of("spend", "[{value: 90000000, due: 2026-12-31}]")
                                .kpi("factors", "[clicks]"),
                        "kpi-no-direction"),
                bad("an unknown key", ORDERS.kpi("ownr", "Rani"), "yaml-unknown-key"),
                bad(
                        "a filter that cannot be read",
                        ORDERS.kpi("where", "\"channel =\"").kpi("factors", "[revenue]"),
                        "formula-ends-early"));
    }

    private static List<LintCase> baselines() {
        return List.of(
                bad(
                        "a baseline that is not over",
                        ORDERS.kpi("baseline", "2026-Q1").kpi("targets", "[{value: 1700, due: 2026-12-31}]"),
                        "kpi-baseline-future"),
                bad(
                        "a baseline after the due day",
                        ORDERS.kpi("targets", "[{value: +20%, due: 2025-10-31}]"),
                        "kpi-baseline-after-due",
                        "kpi-target-past"),
                bad(
                        "a baseline before the data",
                        ORDERS.kpi("baseline", "2022").kpi("targets", "[{value: 1700, due: 2026-12-31}]"),
                        "kpi-baseline-empty"),
                bad(
                        "a baseline that begins before the data",
                        ORDERS.kpi("baseline", "2023-07..2024-06").kpi("targets", "[{value: 1700, due: 2026-12-31}]"),
                        "kpi-baseline-partial",
                        "kpi-baseline-empty"),
                bad(
                        "a baseline shorter than a period",
                        ORDERS.kpi("baseline", "2025-11-03..2025-11-20")
                                .kpi("targets", "[{value: 1700, due: 2026-12-31}]"),
                        "kpi-baseline-cut"),
                bad(
                        "a baseline that cuts a period",
                        ORDERS.kpi("baseline", "2025-01-01..2025-12-20")
                                .kpi("targets", "[{value: +20%, due: 2026-12-31}]"),
                        "kpi-baseline-trimmed"));
    }

    private static List<LintCase> targets() {
        return List.of(
                bad(
                        "a target of last year",
                        ORDERS.kpi("baseline", "2024").kpi("targets", "[{value: +20%, due: 2025-12-31}]"),
                        "kpi-target-past"),
                bad(
                        "a percentage of a count",
                        ORDERS.kpi("targets", "[{value: 20%, due: 2026-12-31}]"),
                        "kpi-target-percent"),
                bad(
                        "a share above one",
                        GoalText.of("cancel_rate", "[{value: 5, due: 2026-12-31}]")
                                .kpi("guardrails", "[orders]")
                                .kpi("factors", "[aov]"),
                        "kpi-target-share",
                        "goal-no-outcome",
                        "kpi-factor-no-evidence"),
                bad(
                        "a target below the baseline",
                        ORDERS.kpi("targets", "[{value: 900, due: 2026-12-31}]"),
                        "kpi-target-not-better"),
                bad(
                        "a cost that is to rise",
                        GoalText.of("cost_per_order", "[{value: +20%, due: 2026-12-31}]")
                                .kpi("factors", "[clicks]")
                                .goal("outcome", "orders"),
                        "kpi-target-not-better"),
                good(
                        "a year's sum that grows as the months would",
                        ORDERS.kpi("targets", "[{value: +20%, per: year, due: 2026-12-31}]")),
                bad(
                        "a year's sum of a rate",
                        GoalText.of("cancel_rate", "[{value: -20%, per: year, due: 2026-12-31}]")
                                .kpi("guardrails", "[orders]")
                                .kpi("factors", "[aov]"),
                        "kpi-target-no-sum",
                        "goal-no-outcome",
                        "kpi-factor-no-evidence"),
                bad(
                        "a week's sum of a monthly KPI",
                        ORDERS.kpi("targets", "[{value: 400, per: week, due: 2026-12-31}]"),
                        "kpi-target-per-too-short"),
                bad("a target without a day", ORDERS.kpi("targets", "[{value: 1500}]"), "target-no-due"),
                bad(
                        "a target with separators",
                        ORDERS.kpi("targets", "[{value: \"1.500\", due: 2026-12-31}]"),
                        "number-ambiguous"));
    }

    private static List<LintCase> alignment() {
        return List.of(
                of("an aim nobody wrote", GoalText.file(ORDERS.goal("supports", "groww")), "goal-unknown-aim"),
                of(
                        "a misspelt aim",
                        AIM + GoalText.file(ORDERS.goal("supports", "grwo")),
                        "goal-unknown-aim",
                        "aim-no-goal"),
                of(
                        "an aim without goals",
                        AIM + "  last: Long life\n" + GoalText.file(ORDERS.goal("supports", "grow")),
                        "aim-no-goal"),
                of(
                        "a goal beside the aims",
                        AIM + GoalText.file(ORDERS.goal("supports", "grow"), REVENUE),
                        "goal-no-aim"),
                of(
                        "goals in a circle",
                        GoalText.file(ORDERS.goal("supports", "revenue"), REVENUE.goal("supports", "orders")),
                        "goal-circle"),
                of(
                        "an outcome nobody knows",
                        GoalText.file(ORDERS.goal("outcome", "happines")),
                        "goal-unknown-outcome"),
                of(
                        "a driver without its outcome",
                        GoalText.file(GoalText.of("clicks", "[{value: +60%, due: 2026-12-31}]")
                                .kpi("factors", "[ctr]")),
                        "goal-no-outcome"));
    }

    private static List<LintCase> drivers() {
        return List.of(
                of(
                        "an identity that does not hold",
                        "drivers:\n  revenue: {product: [orders, aov]}\n" + GoalText.file(ORDERS),
                        "driver-identity-broken"),
                of(
                        "an identity of sums that does not hold",
                        "drivers:\n  orders: {sum: [clicks, visits]}\n" + GoalText.file(ORDERS),
                        "driver-identity-broken"),
                of(
                        "an identity without data",
                        "drivers:\n  mrr: {product: [active_subscribers, arpu]}\n" + GoalText.file(ORDERS),
                        "driver-identity-unchecked"),
                of(
                        "a driver nobody knows",
                        "drivers:\n  orders: {influences: [clickz]}\n" + GoalText.file(ORDERS),
                        "driver-unknown-metric"),
                of(
                        "drivers in a circle",
                        "drivers:\n  orders: {influences: [clicks]}\n  clicks: {influences: [orders]}\n"
                                + GoalText.file(ORDERS),
                        "driver-circle"),
                of(
                        "a ratio of three",
                        "drivers:\n  aov: {ratio: [revenue, orders, visits]}\n" + GoalText.file(ORDERS),
                        "driver-parts"),
                of(
                        "two identities",
                        "drivers:\n  revenue: {product: [revenue_per_visitor, visitors], sum: [net_revenue, refunds]}\n"
                                + GoalText.file(ORDERS),
                        "driver-two-identities",
                        "driver-identity-unchecked"),
                of("a driver of nothing", "drivers:\n  revenue: {}\n" + GoalText.file(ORDERS), "driver-empty"));
    }

    private static GoalText[] many(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> ORDERS.named("orders-" + i)
                        .kpi("where", "\"sales_channel <> 'x" + i + "'\"")
                        .kpi("factors", "[revenue]"))
                .toArray(GoalText[]::new);
    }
}
