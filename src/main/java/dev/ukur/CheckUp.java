package dev.ukur;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Store;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Looks at the data of a workspace. */
record CheckUp(WorkspaceSettings settings, Store store, Metrics metrics, LocalDate today) {

    /** So many loads tell the usual step between them. */
    private static final int ENOUGH_LOADS = 3;

    Health run() {
        List<LoadRecord> loads = inForce();
        List<Health.Source> sources = sources(loads);
        Optional<Health.Coverage> coverage = coverage(loads);
        return new Health(
                sources,
                coverage,
                new Health.People(
                        settings.intake().privacy().keepsPlain(), store.erased().size()),
                store.bytes(),
                problems(sources));
    }

    /** Loads that were neither taken back nor only take others back. */
    private List<LoadRecord> inForce() {
        Map<Long, Long> undone = store.undone();
        Set<Long> passed = new HashSet<>(undone.keySet());
        passed.addAll(undone.values());
        return store.loads().stream()
                .filter(load -> !passed.contains(load.id()))
                .toList();
    }

    private List<Health.Source> sources(List<LoadRecord> loads) {
        Map<String, List<LoadRecord>> bySource = loads.stream()
                .collect(Collectors.groupingBy(
                        load -> load.request().profile() + " " + load.request().account(),
                        TreeMap::new,
                        Collectors.toList()));
        return bySource.values().stream()
                .map(this::source)
                .sorted(Comparator.comparing(
                                (Health.Source source) -> source.daysAgo().orElse(-1L))
                        .reversed()
                        .thenComparing(Health.Source::profile))
                .toList();
    }

    private Health.Source source(List<LoadRecord> loads) {
        LoadRecord last = loads.get(loads.size() - 1);
        List<LocalDate> ends = loads.stream()
                .map(LoadRecord::periodEnd)
                .filter(Objects::nonNull)
                .distinct()
                .sorted()
                .toList();
        Optional<LocalDate> lastDay = ends.isEmpty() ? Optional.empty() : Optional.of(ends.get(ends.size() - 1));
        long waiting = loads.stream()
                .filter(load -> load.rejected() > 0)
                .mapToLong(load -> store.rejects(load.id()).size())
                .sum();
        return new Health.Source(
                last.request().profile(),
                last.request().account(),
                last.id(),
                last.loadedAt(),
                lastDay,
                lastDay.map(day -> Math.max(0, ChronoUnit.DAYS.between(day, today))),
                usualStep(ends),
                waiting);
    }

    /** The median step between the last days of loads. */
    private static Optional<Long> usualStep(List<LocalDate> ends) {
        if (ends.size() < ENOUGH_LOADS) {
            return Optional.empty();
        }
        List<Long> steps = new ArrayList<>();
        for (int i = 1; i < ends.size(); i++) {
            steps.add(ChronoUnit.DAYS.between(ends.get(i - 1), ends.get(i)));
        }
        steps.sort(Comparator.naturalOrder());
        return Optional.of(steps.get(steps.size() / 2));
    }

    private Optional<Health.Coverage> coverage(List<LoadRecord> loads) {
        Optional<LocalDate> first = loads.stream()
                .map(LoadRecord::periodStart)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder());
        Optional<LocalDate> last = loads.stream()
                .map(LoadRecord::periodEnd)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        Answer answer = metrics.query(new MetricQuery(
                List.of("first_channel_coverage", "new_customers"),
                List.of(),
                Grain.TOTAL,
                Optional.of(new Period(first.get(), last.get())),
                Optional.empty(),
                Optional.empty()));
        Optional<Double> share = number(answer, "first_channel_coverage");
        return share.map(value -> new Health.Coverage(
                value,
                number(answer, "first_channel_coverage_low").orElse(0.0),
                number(answer, "first_channel_coverage_high").orElse(1.0),
                Math.round(number(answer, "new_customers").orElse(0.0))));
    }

    private static Optional<Double> number(Answer answer, String column) {
        List<String> names = answer.columns().stream().map(Answer.Column::name).toList();
        @Nullable
        Object value = answer.rows().isEmpty() || !names.contains(column)
                ? null
                : answer.rows().get(0).get(names.indexOf(column));
        return value instanceof Number number ? Optional.of(number.doubleValue()) : Optional.empty();
    }

    private List<Problem> problems(List<Health.Source> sources) {
        List<Problem> problems = new ArrayList<>();
        for (Health.Source source : sources) {
            Location at = Location.of(source.profile() + "/" + source.account());
            if (source.isLate()) {
                problems.add(Problem.warning("source-late", at)
                        .with("days", source.daysAgo().orElseThrow())
                        .with("usual", source.usualDays().orElseThrow()));
            }
            if (source.waiting() > 0) {
                problems.add(Problem.warning("rejects-waiting", at).with("rows", source.waiting()));
            }
        }
        return problems;
    }
}
