package dev.ukur.insights.benchmark;

import dev.ukur.insights.Desk;
import dev.ukur.store.QueryResult;
import dev.ukur.store.Sql;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number that somebody else published.
 *
 * @param who is measured
 * @param provider who published it
 * @param days which days it speaks of
 * @param value in the unit of the metric
 * @param low lower end, where the publisher states one
 * @param high upper end
 * @param looseness {@code close}, {@code loose} or {@code rough}: how far it may be compared
 * @param method how it was made
 */
record Rival(
        String who,
        String provider,
        Period days,
        double value,
        Optional<Double> low,
        Optional<Double> high,
        String looseness,
        Optional<String> method) {

    private static final String SQL = """
            -- what others published of a metric, the newest days first
            select subject, provider, period_start, period_end, value, low, high, looseness, method
            from benchmarks
            where superseded_by is null and metric = ?
            order by period_end desc, period_start desc, provider, subject
            """;

    /** The newest number of each publisher and of each one measured. */
    static List<Rival> of(Desk desk, String metric) {
        QueryResult result = desk.engine().query(Sql.of(SQL, metric));
        List<Rival> newest = new ArrayList<>();
        for (int row = 0; row < result.rows().size(); row++) {
            Rival rival = read(result, row);
            boolean known = newest.stream()
                    .anyMatch(other ->
                            other.who().equals(rival.who()) && other.provider().equals(rival.provider()));
            if (!known) {
                newest.add(rival);
            }
        }
        return newest;
    }

    /** Whether a value, or all between the ends of its interval, lies outside of what was published. */
    boolean differsFrom(double least, double most) {
        return most < low.orElse(value) || least > high.orElse(value);
    }

    private static Rival read(QueryResult result, int row) {
        return new Rival(
                String.valueOf(result.value(row, "subject")),
                String.valueOf(result.value(row, "provider")),
                new Period(day(result, row, "period_start"), day(result, row, "period_end")),
                number(result, row, "value").orElseThrow(),
                number(result, row, "low"),
                number(result, row, "high"),
                String.valueOf(result.value(row, "looseness")),
                Optional.ofNullable((String) result.value(row, "method")));
    }

    private static LocalDate day(QueryResult result, int row, String column) {
        return (LocalDate) java.util.Objects.requireNonNull(result.value(row, column));
    }

    private static Optional<Double> number(QueryResult result, int row, String column) {
        return Optional.ofNullable((Number) result.value(row, column)).map(Number::doubleValue);
    }
}
