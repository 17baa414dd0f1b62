package dev.ukur.store;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** The SQL of what visitors did on each of their days, which all roll-ups of visitors sum up; see {@code told_days.sql}. */
final class ToldDays {

    private static final String BETWEEN = ",\n        ";

    private final Set<String> cuts = new LinkedHashSet<>(List.of(""));
    /** What is known of a day, and of what its last earlier day is known. */
    private final Map<String, Rollup.Aggregate> things = new LinkedHashMap<>();

    private final Set<String> dated = new LinkedHashSet<>();

    ToldDays(VisitorDays days, VisitorPairs pairs) {
        cuts.addAll(days.dimensions());
        cuts.addAll(pairs.dimensions());
        things.putAll(days.things());
        things.putAll(pairs.things());
        dated.addAll(days.dated());
        dated.addAll(pairs.dated());
    }

    /** How visitors can be cut: as a whole, and by each dimension. */
    List<String> asked() {
        return cuts.stream().map(cut -> "(" + Sql.literal(cut) + ")").toList();
    }

    /**
     * Their days.
     *
     * @param asked some of {@link #asked()}
     */
    String table(List<String> asked) {
        return SqlResource.read("told_days.sql")
                .replace("{{asked}}", String.join(", ", asked))
                .replace("{{member}}", member())
                .replace("{{sums}}", ofThings((thing, sum) -> Rollups.sql(sum) + " as " + thing))
                .replace("{{of_one}}", ofThings((thing, sum) -> ofOne(sum)))
                .replace("{{last_days}}", ofDated(ToldDays::lastDay))
                .replace("{{no_days}}", ofDated(thing -> "cast(null as date)"));
    }

    /** The member of the dimension that a row is cut by; none where it is not. */
    private String member() {
        return cuts.stream()
                .filter(cut -> !cut.isEmpty())
                .map(dimension -> " when " + Sql.literal(dimension) + " then " + dimension)
                .collect(Collectors.joining("", "case cut", " end"));
    }

    /** What the sum of a single visit is. */
    private static String ofOne(Rollup.Aggregate sum) {
        String number = sum.function().equals("count") ? "1" : sum.of();
        String counted =
                sum.filter().isEmpty() ? number : "case when " + sum.filter() + " then " + number + " else 0 end";
        return "cast(" + counted + " as bigint)";
    }

    private static String lastDay(String thing) {
        return "max(case when " + thing
                + " > 0 then day end) over (partition by sign, cut, member, visitor order by day"
                + " rows between unbounded preceding and 1 preceding) as last_" + thing;
    }

    private String ofThings(BiFunction<String, Rollup.Aggregate, String> sql) {
        return things.entrySet().stream()
                .map(thing -> sql.apply(thing.getKey(), thing.getValue()))
                .collect(Collectors.joining(BETWEEN));
    }

    private String ofDated(UnaryOperator<String> sql) {
        return dated.stream().map(sql).collect(Collectors.joining(BETWEEN));
    }
}
