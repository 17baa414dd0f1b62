package dev.ukur.metrics;

import dev.ukur.problem.Problem;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The numbers asked for. A row holds a {@code LocalDate} in a time column (the first day of its period), a
 * {@code String} in a dimension column, a {@code Double} or null (unknown) in a metric column. A metric {@code x} with
 * an interval is followed by {@code x_low} and {@code x_high}. Money is in the workspace currency.
 *
 * @param columns in order
 * @param rows values in the order of the columns
 * @param totals the numbers of all rows together, computed anew and not added up; none unless asked for. Its time and
 *     dimensions are null
 * @param parts per row, by metric, what its rates and ratios divide; none when the rows were set out another way
 * @param meta where the numbers come from
 */
public record Answer(
        List<Column> columns,
        List<List<@Nullable Object>> rows,
        List<List<@Nullable Object>> totals,
        List<Map<String, Parts>> parts,
        Meta meta) {

    /** Without parts. */
    public Answer(
            List<Column> columns, List<List<@Nullable Object>> rows, List<List<@Nullable Object>> totals, Meta meta) {
        this(columns, rows, totals, List.of(), meta);
    }

    /** Without totals. */
    public Answer(List<Column> columns, List<List<@Nullable Object>> rows, Meta meta) {
        this(columns, rows, List.of(), List.of(), meta);
    }

    /**
     * A ratio before it is divided.
     *
     * @param above the numerator
     * @param below the denominator
     */
    public record Parts(double above, double below) {}

    /** What a column holds. */
    public enum Kind {
        DIMENSION,
        TIME,
        METRIC,
        /** True or false of a metric's number; null where it cannot be told. */
        MARK
    }

    /**
     * A column.
     *
     * @param name metric or dimension name, or {@code period} for time
     * @param kind what it holds
     * @param unit word of the metric's unit; empty for others
     */
    public record Column(String name, Kind kind, Optional<String> unit) {}

    /**
     * Where the numbers come from.
     *
     * @param asOf the moment of knowledge
     * @param from first day asked for, or empty when there are no data
     * @param to last day asked for
     * @param completeUntil last day for which every source used has data
     * @param provisionalFrom first day some source used may still change
     * @param sources profiles and accounts used
     * @param partial periods of the answer, by their first day, of which days are missing: cut short by the question, or
     *     not all in the data yet
     * @param immature numbers of which much has not arrived yet
     * @param unsettled numbers whose days are not final, so that they are not compared
     * @param warnings what the reader must know
     * @param sql the query that was run
     */
    public record Meta(
            Instant asOf,
            Optional<LocalDate> from,
            Optional<LocalDate> to,
            Optional<LocalDate> completeUntil,
            Optional<LocalDate> provisionalFrom,
            List<String> sources,
            List<LocalDate> partial,
            List<Immature> immature,
            List<Unsettled> unsettled,
            List<Problem> warnings,
            String sql) {

        /** With whole and settled periods only. */
        public Meta(
                Instant asOf,
                Optional<LocalDate> from,
                Optional<LocalDate> to,
                Optional<LocalDate> completeUntil,
                Optional<LocalDate> provisionalFrom,
                List<String> sources,
                List<Problem> warnings,
                String sql) {
            this(
                    asOf,
                    from,
                    to,
                    completeUntil,
                    provisionalFrom,
                    sources,
                    List.of(),
                    List.of(),
                    List.of(),
                    warnings,
                    sql);
        }

        private Meta with(Instant moment, List<Unsettled> open, List<Problem> told) {
            return new Meta(
                    moment, from, to, completeUntil, provisionalFrom, sources, partial, immature, open, told, sql);
        }

        public Meta {
            sources = List.copyOf(sources);
            partial = List.copyOf(partial);
            immature = List.copyOf(immature);
            unsettled = List.copyOf(unsettled);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * A number that grows with what has not arrived yet: the customers that the leads of a month will become.
     *
     * @param period its first day
     * @param metric whose number it is
     * @param arrived the share that is there, 0..1, as the delays seen so far let expect
     * @param low lower end of its 95 % interval
     * @param high upper end
     */
    public record Immature(LocalDate period, String metric, double arrived, double low, double high) {

        /** What a number becomes when all has arrived. */
        public double whole(double number) {
            return number / arrived;
        }
    }

    /**
     * Why a number is not to be compared yet; empty when its days are final.
     *
     * @param period the first day of its row's period; empty for the totals
     * @param column whose number it is
     */
    public Optional<Unsettled> unsettled(Optional<LocalDate> period, String column) {
        return meta.unsettled().stream()
                .filter(one -> one.period().equals(period) && one.column().equals(column))
                .findFirst();
    }

    /** The first day of the period that a row tells of; of all days where time is not cut. */
    public Optional<LocalDate> period(List<@Nullable Object> row) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).kind() == Kind.TIME) {
                Object start = row.get(i);
                return Optional.ofNullable(
                        start instanceof LocalDateTime hour ? hour.toLocalDate() : (LocalDate) start);
            }
        }
        return meta.from();
    }

    /** How much of a metric's number of a period has arrived; empty when all of it, or nobody knows. */
    public Optional<Immature> immature(LocalDate period, String metric) {
        return meta.immature().stream()
                .filter(one -> one.period().equals(period) && one.metric().equals(metric))
                .findFirst();
    }

    public Answer {
        columns = List.copyOf(columns);
        rows = copy(rows);
        totals = copy(totals);
        parts = List.copyOf(parts);
    }

    /** The same numbers, known at another moment. */
    Answer asOf(Instant moment) {
        return new Answer(columns, rows, totals, parts, meta.with(moment, meta.unsettled(), meta.warnings()));
    }

    /** The same numbers, with more that the reader must know. */
    public Answer warned(List<Problem> more) {
        List<Problem> warnings = new ArrayList<>(meta.warnings());
        warnings.addAll(more);
        return new Answer(columns, rows, totals, parts, meta.with(meta.asOf(), meta.unsettled(), warnings));
    }

    /** The same rows, with the numbers of all of them together. */
    Answer withTotals(List<List<@Nullable Object>> whole, List<Unsettled> open) {
        List<Unsettled> unsettled = new ArrayList<>(meta.unsettled());
        unsettled.addAll(open);
        return new Answer(columns, rows, whole, parts, meta.with(meta.asOf(), unsettled, meta.warnings()));
    }

    private static List<List<@Nullable Object>> copy(List<List<@Nullable Object>> rows) {
        List<List<@Nullable Object>> copy = new ArrayList<>(rows.size());
        for (List<@Nullable Object> row : rows) {
            copy.add(Collections.unmodifiableList(new ArrayList<>(row)));
        }
        return Collections.unmodifiableList(copy);
    }

    /** The position of a column. */
    public int index(String column) {
        for (int i = 0; i < columns.size(); i++) {
            if (columns.get(i).name().equals(column)) {
                return i;
            }
        }
        throw new IllegalArgumentException("no column " + column + " among " + columns);
    }

    /** What a metric's number in a row divides, where that is known. */
    public Optional<Parts> parts(int row, String metric) {
        return row < parts.size() ? Optional.ofNullable(parts.get(row).get(metric)) : Optional.empty();
    }

    /** A metric's number in a row, or empty when unknown. */
    public Optional<Double> number(int row, String metric) {
        return Optional.ofNullable((Double) rows.get(row).get(index(metric)));
    }
}
