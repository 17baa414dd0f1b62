package dev.ukur.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The SQL of the roll-up of different visitors; see {@code visitor_days.sql}. */
final class VisitorDays {

    private final Rollup rollup;

    VisitorDays(Rollup rollup) {
        this.rollup = rollup;
    }

    List<String> dimensions() {
        return rollup.dimensions();
    }

    /** The table, without rows. */
    String table() {
        return "create or replace table main." + rollup.table() + " (who varchar, cut varchar, member varchar,"
                + " period_start date, period_end date, earlier date, visitors bigint)";
    }

    /** What it reads of each day. */
    Map<String, Rollup.Aggregate> things() {
        Map<String, Rollup.Aggregate> things = new LinkedHashMap<>();
        rollup.aggregates()
                .forEach((who, visitors) ->
                        things.put(came(who), new Rollup.Aggregate("count", "*", visitors.filter())));
        return things;
    }

    /** The things of which it reads the last earlier day. */
    Set<String> dated() {
        return things().keySet();
    }

    /** How often somebody came as one of a group of visitors. */
    private static String came(String who) {
        return who + "_came";
    }

    /** What the told days add to it. */
    String addition() {
        return SqlResource.read("visitor_days.sql")
                .replace(
                        "{{whos}}",
                        rollup.aggregates().keySet().stream()
                                .map(who -> "(" + Sql.literal(who) + ")")
                                .collect(Collectors.joining(", ")))
                .replace("{{earlier}}", ofEach(who -> "last_" + came(who)))
                .replace("{{came}}", ofEach(who -> came(who) + " > 0"));
    }

    private String ofEach(UnaryOperator<String> sql) {
        return rollup.aggregates().keySet().stream()
                .map(who -> " when " + Sql.literal(who) + " then " + sql.apply(who))
                .collect(Collectors.joining("", "case who", " end"));
    }
}
