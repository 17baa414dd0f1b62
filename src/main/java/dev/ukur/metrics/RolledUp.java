package dev.ukur.metrics;

import dev.ukur.store.Dialect;
import dev.ukur.store.Rollup;
import dev.ukur.store.Sql;
import java.util.List;
import java.util.Optional;

/**
 * A roll-up that a scan reads in place of its fact's rows.
 *
 * @param rollup what is read
 * @param cut the one dimension by which one of days beside earlier days is read; empty for all rows together
 */
record RolledUp(Rollup rollup, Optional<String> cut) {

    static RolledUp sums(Rollup rollup) {
        return new RolledUp(rollup, Optional.empty());
    }

    /** Where it keeps a column of the fact. */
    String column(String ofFact) {
        return cut.filter(ofFact::equals).isPresent() ? "member" : ofFact;
    }

    /** Which of its rows may be read at all. */
    List<String> conditions() {
        return rollup.kind() != Rollup.Kind.SUMS ? List.of("f.cut = " + Sql.literal(cut.orElse(""))) : List.of();
    }

    /**
     * A measure's value and, for sums, the rows it stands on and those of unknown value.
     *
     * @param firstDay SQL for the first day of the period that a row falls in
     */
    List<String> values(Served measure, String firstDay) {
        RollupChoice.Match match = RollupChoice.match(rollup, measure).orElseThrow();
        String filter = match.filter()
                .map(condition -> " filter (where " + FormulaSql.render(condition, name -> "f." + column(name)) + ")")
                .orElse("");
        if (rollup.kind() == Rollup.Kind.DISTINCT) {
            return List.of("cast(coalesce(sum(f.visitors) filter (where f.who = " + Sql.literal(match.name())
                    + " and (f.earlier is null or f.earlier < " + firstDay + ")), 0) as bigint)");
        }
        String sum = "sum(f." + match.name() + ")" + filter;
        if (measure.sums()) {
            String rows = "cast(coalesce(sum(f.visits)" + filter + ", 0) as bigint)";
            return List.of("cast(" + sum + " as " + ScanSql.type(measure) + ")", rows, "cast(0 as bigint)");
        }
        return List.of("cast(coalesce(" + sum + ", 0) as bigint)");
    }

    /** The first day of the period a row falls in: a visitor counts there who was not seen since that day. */
    static String firstDay(Dialect dialect, Spine spine) {
        String asked = FactSql.day(spine.period().first());
        return switch (spine.grain()) {
            case TOTAL -> asked;
            case DAY -> "f.period_start";
            default -> "greatest(" + asked + ", " + spine.cut().startOf(dialect, "f.period_start") + ")";
        };
    }
}
