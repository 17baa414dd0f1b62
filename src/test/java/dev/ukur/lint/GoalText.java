package dev.ukur.lint;

import java.util.LinkedHashMap;
import java.util.Map;

/** One goal as it stands in {@code goals.yaml}: complete and good for the shop of the corpus, until a part is changed. */
record GoalText(String name, Map<String, String> goal, Map<String, String> kpi) {

    /** A good goal measured by the number of orders. */
    static GoalText orders() {
        Map<String, String> goal = new LinkedHashMap<>();
        goal.put("goal", "{id: Pesanan bertambah, en: More orders}");
        Map<String, String> kpi = new LinkedHashMap<>();
        kpi.put("metric", "orders");
        kpi.put("owner", "Rani");
        kpi.put("cadence", "monthly");
        kpi.put("factors", "[clicks]");
        kpi.put("baseline", "2025-01..2025-12");
        kpi.put("targets", "[{value: +20%, due: 2026-12-31}]");
        kpi.put("guardrails", "[cancel_rate]");
        kpi.put("action", "{id: Geser anggaran ke kata kunci termurah, en: Move budget to the cheapest keyword}");
        return new GoalText("orders", goal, kpi);
    }

    /** A good goal measured by another metric, with a target that fits it. */
    static GoalText of(String metric, String target) {
        return orders().named(metric.replace('_', '-')).kpi("metric", metric).kpi("targets", target);
    }

    GoalText named(String other) {
        return new GoalText(other, goal, kpi);
    }

    /** The KPI with a part written another way. */
    GoalText kpi(String key, String value) {
        Map<String, String> parts = new LinkedHashMap<>(kpi);
        parts.put(key, value);
        return new GoalText(name, goal, parts);
    }

    /** The KPI with a part left out. */
    GoalText without(String key) {
        Map<String, String> parts = new LinkedHashMap<>(kpi);
        parts.remove(key);
        return new GoalText(name, goal, parts);
    }

    /** The goal with a word of its own. */
    GoalText goal(String key, String value) {
        Map<String, String> parts = new LinkedHashMap<>(goal);
        parts.put(key, value);
        return new GoalText(name, parts, kpi);
    }

    /** The lines below {@code goals:}. */
    String text() {
        StringBuilder text = new StringBuilder("  " + name + ":\n");
        goal.forEach((key, value) -> text.append("    " + key + ": " + value + "\n"));
        text.append("    kpi:\n");
        kpi.forEach((key, value) -> text.append("      " + key + ": " + value + "\n"));
        return text.toString();
    }

    /** A whole file. */
    static String file(GoalText... goals) {
        StringBuilder text = new StringBuilder("goals:\n");
        for (GoalText goal : goals) {
            text.append(goal.text());
        }
        return text.toString();
    }
}
