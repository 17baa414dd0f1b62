package dev.ukur.kpis;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Direction;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Occasion;
import dev.ukur.model.Role;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Metrics with numbers written by hand: one series a metric, and totals where a test gives them. */
final class FakeMetrics implements KpiMetrics {

    private final Map<String, Metric> metrics = new LinkedHashMap<>();
    private final Map<String, TreeMap<LocalDate, Double>> series = new LinkedHashMap<>();
    private final Map<String, TreeMap<LocalDate, Double>> days = new LinkedHashMap<>();
    private List<Occasion> occasions = List.of();
    private final Map<String, Double> totals = new LinkedHashMap<>();
    private final Map<String, LocalDate> completeUntil = new LinkedHashMap<>();
    private FiscalCalendar calendar = FiscalCalendar.CIVIL;
    private final List<Problem> warnings = new ArrayList<>();
    private Optional<LocalDate> provisionalFrom = Optional.empty();
    private Optional<LocalDate> dataFrom = Optional.empty();

    FakeMetrics calendar(FiscalCalendar own) {
        calendar = own;
        return this;
    }

    FakeMetrics metric(Metric metric) {
        metrics.put(metric.name(), metric);
        return this;
    }

    /** Values of consecutive periods from a day on; null for a period without a number. */
    FakeMetrics values(String metric, Grain grain, LocalDate first, @Nullable Double... values) {
        TreeMap<LocalDate, Double> byDay = new TreeMap<>();
        Period period = calendar.around(grain, first);
        LocalDate last = period.last();
        for (Double value : values) {
            if (value != null) {
                byDay.put(period.first(), value);
            }
            last = period.last();
            period = calendar.around(grain, last.plusDays(1));
        }
        series.put(metric, byDay);
        completeUntil.put(metric, last);
        return this;
    }

    FakeMetrics total(String metric, Period days, double value) {
        totals.put(metric + " " + days, value);
        return this;
    }

    FakeMetrics completeUntil(String metric, LocalDate day) {
        completeUntil.put(metric, day);
        return this;
    }

    FakeMetrics provisionalFrom(LocalDate day) {
        provisionalFrom = Optional.of(day);
        return this;
    }

    FakeMetrics dataFrom(LocalDate day) {
        dataFrom = Optional.of(day);
        return this;
    }

    FakeMetrics warning(Problem problem) {
        warnings.add(problem);
        return this;
    }

    @Override
    public FiscalCalendar calendar() {
        return calendar;
    }

    @Override
    public boolean pools(Metric metric) {
        return metric.unit() == MetricUnit.SHARE || metric.formula().contains("/");
    }

    FakeMetrics occasions(List<Occasion> own) {
        occasions = List.copyOf(own);
        return this;
    }

    @Override
    public List<Occasion> occasions() {
        return occasions;
    }

    @Override
    public boolean adds(Metric metric) {
        return days.containsKey(metric.name());
    }

    /** The days of a metric whose periods are their sums. */
    FakeMetrics days(String metric, LocalDate first, double... values) {
        TreeMap<LocalDate, Double> byDay = new TreeMap<>();
        for (int i = 0; i < values.length; i++) {
            byDay.put(first.plusDays(i), values[i]);
        }
        days.put(metric, byDay);
        return this;
    }

    @Override
    public Answer query(MetricQuery query) {
        String name = query.metrics().get(0);
        if (query.where().filter(filter -> filter.contains("?")).isPresent()) {
            throw new ProblemException(Problem.error("formula-syntax", Location.nowhere()));
        }
        TreeMap<LocalDate, Double> known = query.grain() == Grain.DAY && days.containsKey(name)
                ? days.get(name)
                : series.getOrDefault(name, new TreeMap<>());
        boolean share = metrics.get(name).unit() == MetricUnit.SHARE;
        List<List<@Nullable Object>> rows = new ArrayList<>();
        if (query.grain() == Grain.TOTAL) {
            rows.add(
                    row(Optional.empty(), totals.get(name + " " + query.period().orElseThrow()), share));
        } else {
            known.forEach((day, value) -> {
                if (query.period().isEmpty() || query.period().get().holds(day)) {
                    rows.add(row(Optional.of(day), value, share));
                }
            });
        }
        return new Answer(columns(query, name, share), rows, meta(name, known));
    }

    private Answer.Meta meta(String name, TreeMap<LocalDate, Double> known) {
        Optional<LocalDate> from = known.isEmpty() ? Optional.empty() : Optional.of(known.firstKey());
        return new Answer.Meta(
                Instant.EPOCH,
                dataFrom.or(() -> from),
                Optional.ofNullable(completeUntil.get(name)),
                Optional.ofNullable(completeUntil.get(name)),
                provisionalFrom,
                List.of(),
                warnings,
                "");
    }

    private static List<Column> columns(MetricQuery query, String name, boolean share) {
        List<Column> columns = new ArrayList<>();
        if (query.grain() != Grain.TOTAL) {
            columns.add(new Column("period", Kind.TIME, Optional.empty()));
        }
        columns.add(new Column(name, Kind.METRIC, Optional.of("count")));
        if (share) {
            columns.add(new Column(name + "_low", Kind.METRIC, Optional.of("share")));
            columns.add(new Column(name + "_high", Kind.METRIC, Optional.of("share")));
        }
        return columns;
    }

    /** A share gets an interval of one hundredth to each side. */
    private static List<@Nullable Object> row(Optional<LocalDate> day, @Nullable Double value, boolean share) {
        List<@Nullable Object> row = new ArrayList<>();
        day.ifPresent(row::add);
        row.add(value);
        if (share) {
            row.add(value == null ? null : value - 0.01);
            row.add(value == null ? null : value + 0.01);
        }
        return row;
    }

    @Override
    public Optional<Metric> find(String nameOrAlias) {
        return metrics.values().stream()
                .filter(metric ->
                        metric.name().equals(nameOrAlias) || metric.aliases().contains(nameOrAlias))
                .findFirst();
    }

    @Override
    public List<String> names() {
        return List.copyOf(metrics.keySet());
    }

    @Override
    public List<CatalogueEntry> catalog() {
        return metrics.values().stream()
                .map(metric -> new CatalogueEntry(
                        metric,
                        series.containsKey(metric.name()),
                        series.containsKey(metric.name()) ? List.of() : List.of("orders")))
                .toList();
    }

    static Metric define(String name, MetricUnit unit, Direction direction, Role role) {
        return define(name, name + "_measure", unit, direction, role);
    }

    static Metric define(String name, String formula, MetricUnit unit, Direction direction, Role role) {
        Label label = Label.same(name);
        return new Metric(
                name,
                label,
                label,
                List.of(name + "_alias"),
                formula,
                List.of(),
                List.of(),
                unit,
                direction,
                role,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                label,
                "test",
                Location.nowhere());
    }
}
