package dev.ukur.metrics;

import dev.ukur.model.Fact;
import dev.ukur.model.Measure;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.problem.Severity;
import dev.ukur.time.Period;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Chooses for each measure the rows that serve it, and says what was left out. */
final class Sourcing {

    private final Definitions definitions;
    private final Survey survey;
    private final Wanted wanted;
    private final Problems problems;

    /**
     * What the rows must be able to tell.
     *
     * @param dimensions which they must carry
     * @param period the days asked for; all when empty
     * @param byHour whether they must know their hour
     * @param currency money is told in
     */
    record Wanted(Set<String> dimensions, Optional<Period> period, boolean byHour, String currency) {}

    Sourcing(Definitions definitions, Survey survey, Wanted wanted, Problems problems) {
        this.definitions = definitions;
        this.survey = survey;
        this.wanted = wanted;
        this.problems = problems;
    }

    /**
     * The rows for a measure; empty when the workspace holds none. A dimension that no source of the measure has is told
     * among the problems.
     */
    Optional<Served> serve(Measure measure) {
        List<Measure.From> able =
                measure.sources().stream().filter(from -> canCut(measure, from)).toList();
        if (able.isEmpty()) {
            problems.add(refusal(measure, Severity.WARNING));
            return Optional.empty();
        }
        List<Served> served =
                able.stream().flatMap(from -> serve(measure, from).stream()).toList();
        if (served.isEmpty()) {
            tellNoData(measure, able);
            return Optional.empty();
        }
        Served first = served.get(0);
        served.stream()
                .filter(other -> !other.fact().table().equals(first.fact().table()))
                .findFirst()
                .ifPresent(other -> problems.add(unused(measure, first, other)));
        return Optional.of(first);
    }

    /** Whether some rows of a measure carry all dimensions of the question, and their hour where it is asked for. */
    boolean canCut(Measure measure) {
        return measure.sources().stream().anyMatch(from -> canCut(measure, from));
    }

    private boolean canCut(Measure measure, Measure.From from) {
        return hasDimensions(from) && (!wanted.byHour() || knowsHours(measure, from));
    }

    /** States at the ends of a period, and values over a length of time, are those of days. */
    private boolean knowsHours(Measure measure, Measure.From from) {
        boolean ofItsRows = measure.window().isEmpty()
                && measure.offsets().isEmpty()
                && !from.aggregate().equals("single");
        return ofItsRows
                && definitions
                        .fact(from.fact())
                        .filter(fact -> fact.moment().isPresent() && !FactSql.asksForPeriods(fact))
                        .isPresent();
    }

    private boolean hasDimensions(Measure.From from) {
        return definitions
                .fact(from.fact())
                .filter(fact -> fact.dimensions().keySet().containsAll(wanted.dimensions()))
                .isPresent();
    }

    private Optional<Served> serve(Measure measure, Measure.From from) {
        Fact fact = definitions.fact(from.fact()).orElseThrow();
        if (!fact.needs().stream().allMatch(survey::holds)) {
            return Optional.empty();
        }
        Served all = new Served(measure, from, fact, Map.of(), survey.of(fact.table()), Optional.empty(), false);
        if (fact.reports().isEmpty()) {
            return Optional.of(complete(all, Map.of()));
        }
        Set<String> columns = cutColumns(all, fact.reports().get());
        Map<String, String> reports = reports(fact, columns);
        return reports.isEmpty() ? Optional.empty() : Optional.of(complete(all, reports));
    }

    /** Per account the report of the days asked for that cuts finely enough, and no finer than needed. */
    private Map<String, String> reports(Fact fact, Set<String> columns) {
        Map<String, String> chosen = new TreeMap<>();
        Optional<String> only = fact.reports().flatMap(Fact.Reports::only);
        for (String account : survey.accounts(fact.table())) {
            List<Survey.Slice> held = survey.of(fact.table()).stream()
                    .filter(slice -> slice.account().equals(account))
                    .toList();
            Set<String> offered = inPeriod(held).stream()
                    .map(slice -> Objects.requireNonNullElse(slice.report(), ""))
                    .collect(Collectors.toCollection(TreeSet::new));
            offered.stream()
                    .filter(report -> only.map(report::equals)
                            .orElseGet(() -> cuts(report).containsAll(columns)))
                    .min(Comparator.<String>comparingInt(report -> cuts(report).size())
                            .thenComparing(Comparator.naturalOrder()))
                    .ifPresentOrElse(report -> chosen.put(account, report), () -> tellMissing(fact, account, columns));
        }
        return chosen;
    }

    /** The slices that speak of the days asked for; all of them when none does, so that the gap is told as such. */
    private List<Survey.Slice> inPeriod(List<Survey.Slice> slices) {
        List<Survey.Slice> meeting = slices.stream()
                .filter(slice -> wanted.period().isEmpty()
                        || meet(slice.days(), wanted.period().get()).isPresent())
                .toList();
        return meeting.isEmpty() ? slices : meeting;
    }

    private Served complete(Served served, Map<String, String> reports) {
        Fact fact = served.fact();
        List<Survey.Slice> slices = served.slices().stream()
                .filter(slice -> fact.reports().isEmpty()
                        || Objects.requireNonNullElse(slice.report(), "").equals(reports.get(slice.account())))
                .toList();
        boolean convert = !fact.money().isEmpty()
                && slices.stream()
                        .anyMatch(slice ->
                                slice.currency() != null && !slice.currency().equals(wanted.currency()));
        return new Served(served.measure(), served.from(), fact, reports, slices, coverage(fact, slices), convert);
    }

    /** The days that all needed tables speak of. */
    private Optional<Period> coverage(Fact fact, List<Survey.Slice> slices) {
        Optional<Period> coverage = Survey.span(slices);
        for (String table : fact.needs().subList(1, fact.needs().size())) {
            coverage = coverage.flatMap(days -> Survey.span(survey.of(table)).flatMap(other -> meet(days, other)));
        }
        return coverage;
    }

    private static Optional<Period> meet(Period a, Period b) {
        var first = a.first().isAfter(b.first()) ? a.first() : b.first();
        var last = a.last().isBefore(b.last()) ? a.last() : b.last();
        return last.isBefore(first) ? Optional.empty() : Optional.of(new Period(first, last));
    }

    /** The columns by which a report must cut so that rows can be grouped, filtered and measured. */
    private Set<String> cutColumns(Served served, Fact.Reports reports) {
        Map<String, String> held = served.fact().dimensions();
        Set<String> columns =
                wanted.dimensions().stream().map(held::get).collect(Collectors.toCollection(TreeSet::new));
        Set<String> mentioned = new LinkedHashSet<>();
        served.filter().ifPresent(formula -> formula.names().forEach(name -> mentioned.add(name.value())));
        mentioned.retainAll(held.values());
        columns.addAll(mentioned);
        reports.constant().forEach(columns::remove);
        return columns;
    }

    private static Set<String> cuts(String report) {
        return report.isEmpty() ? Set.of() : new TreeSet<>(Arrays.asList(report.split(",")));
    }

    /** That a measure cannot be cut as asked for: its rows lack a dimension, or do not know their hour. */
    Problem refusal(Measure measure, Severity severity) {
        boolean lacksDimension = measure.sources().stream().noneMatch(this::hasDimensions);
        return lacksDimension
                ? lacking(new Problem("metric-lacks-dimension", severity, Location.nowhere(), Map.of()), measure)
                : new Problem("metric-lacks-hour", severity, Location.nowhere(), Map.of())
                        .with("measure", measure.name());
    }

    private Problem lacking(Problem problem, Measure measure) {
        Set<String> has = new TreeSet<>();
        measure.sources()
                .forEach(from -> definitions
                        .fact(from.fact())
                        .ifPresent(fact -> has.addAll(fact.dimensions().keySet())));
        Set<String> lacking = new TreeSet<>(wanted.dimensions());
        lacking.removeAll(has);
        return problem.with("measure", measure.name())
                .with("dimension", String.join(", ", lacking.isEmpty() ? wanted.dimensions() : lacking))
                .with("has", has.isEmpty() ? "-" : String.join(", ", has));
    }

    private void tellMissing(Fact fact, String account, Set<String> columns) {
        if (fact.reports().flatMap(Fact.Reports::only).isPresent()) {
            return;
        }
        Problem missing = Problem.warning("breakdown-missing", Location.nowhere())
                .with("table", fact.table())
                .with("account", account)
                .with("dimensions", String.join(", ", columns));
        if (!problems.list().contains(missing)) {
            problems.add(missing);
        }
    }

    private static Problem unused(Measure measure, Served used, Served other) {
        return Problem.warning("other-source-unused", Location.nowhere())
                .with("measure", measure.name())
                .with("used", used.fact().table())
                .with("unused", other.fact().table());
    }

    /** Where only a report is missing, that was told already. */
    private void tellNoData(Measure measure, Collection<Measure.From> sources) {
        String tables = sources.stream()
                .flatMap(from -> definitions.fact(from.fact()).stream())
                .flatMap(fact -> fact.needs().stream())
                .distinct()
                .filter(table -> !survey.holds(table))
                .collect(Collectors.joining(", "));
        if (!tables.isEmpty()) {
            problems.add(Problem.warning("no-data", Location.nowhere())
                    .with("measure", measure.name())
                    .with("tables", tables));
        }
    }
}
