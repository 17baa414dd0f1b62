package dev.ukur.store;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The SQL of the roll-up of different visitors; see {@code visitor_days.sql}. */
final class VisitorDays {

    private final Rollup rollup;

    VisitorDays(Rollup rollup) {
        this.rollup = rollup;
    }

    /** The table, without rows. */
    String table() {
        return "create or replace table main." + rollup.table() + " (who varchar, cut varchar, member varchar,"
                + " period_start date, period_end date, earlier date, visitors bigint)";
    }

    /** Each group of visitors with each way it can be cut: as a whole, and by each dimension. */
    List<String> asked() {
        List<String> asked = new ArrayList<>();
        for (String who : rollup.aggregates().keySet()) {
            cuts(rollup).forEach(cut -> asked.add("(" + Sql.literal(who) + ", " + Sql.literal(cut) + ")"));
        }
        return asked;
    }

    /**
     * What the told visits add to it.
     *
     * @param asked some of {@link #asked()}
     */
    String addition(List<String> asked) {
        return SqlResource.read("visitor_days.sql")
                .replace("{{asked}}", String.join(", ", asked))
                .replace("{{member}}", member(rollup))
                .replace("{{filter}}", filter());
    }

    private String filter() {
        return rollup.aggregates().entrySet().stream()
                .map(who -> " when " + Sql.literal(who.getKey()) + " then "
                        + (who.getValue().filter().isEmpty()
                                ? "true"
                                : who.getValue().filter()))
                .collect(Collectors.joining("", "case who", " end"));
    }

    /** How a roll-up of visitors can be cut: as a whole, and by each dimension. */
    static List<String> cuts(Rollup rollup) {
        List<String> cuts = new ArrayList<>(rollup.dimensions());
        cuts.add(0, "");
        return cuts;
    }

    /** The member of the dimension that a row is cut by; none where it is not. */
    static String member(Rollup rollup) {
        return rollup.dimensions().stream()
                .map(dimension -> " when " + Sql.literal(dimension) + " then " + dimension)
                .collect(Collectors.joining("", "case cut", " end"));
    }
}
