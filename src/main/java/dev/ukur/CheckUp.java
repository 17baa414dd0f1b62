package dev.ukur;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.Sql;
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

    /** More orders of one customer on one day are a till's, a shop's own or a reseller's. */
    private static final int MOST_ORDERS_A_DAY = 20;

    Health run() {
        List<LoadRecord> loads = inForce();
        List<Health.Source> sources = sources(loads);
        Optional<Health.Coverage> coverage = coverage(loads);
        return new Health(
                sources,
                coverage,
                new Health.People(
                        settings.intake().privacy().keepsPlain(), store.erased().size(), names()),
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

    private Health.Names names() {
        String sql = """
                with known as (
                    select distinct account, customer_id
                    from orders
                    where superseded_by is null and status <> 'cancelled' and customer_id is not null
                )
                select count(distinct customer_id), coalesce((
                    select max(customers)
                    from (select count(*) as customers from known group by account) accounts), 0)
                from known""";
        List<@Nullable Object> row = store.engine().query(Sql.of(sql)).rows().get(0);
        long customers = ((Number) Objects.requireNonNull(row.get(0))).longValue();
        return new Health.Names(customers, customers - ((Number) Objects.requireNonNull(row.get(1))).longValue());
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
        problems.addAll(sharedCustomers());
        return problems;
    }

    /** Customers who can hardly be one person, by account: an address that a till types for whoever has none. */
    private List<Problem> sharedCustomers() {
        String sql = """
                select account, count(distinct customer_id) as customers, sum(orders) as orders
                from (
                    select account, customer_id, period_start, count(*) as orders
                    from orders
                    where superseded_by is null and status <> 'cancelled' and customer_id is not null
                        and period_start = period_end
                    group by 1, 2, 3
                    having count(*) > ?
                ) crowded
                group by 1
                order by 1""";
        return store.engine().query(Sql.of(sql, MOST_ORDERS_A_DAY)).rows().stream()
                .map(row -> Problem.warning("customer-shared", Location.of(String.valueOf(row.get(0))))
                        .with("customers", ((Number) Objects.requireNonNull(row.get(1))).longValue())
                        .with("orders", ((Number) Objects.requireNonNull(row.get(2))).longValue())
                        .with("most", MOST_ORDERS_A_DAY))
                .toList();
    }
}
