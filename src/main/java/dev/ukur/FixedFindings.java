package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Term;
import dev.ukur.insights.attribution.Attribution;
import dev.ukur.insights.benchmark.Benchmark;
import dev.ukur.insights.budget.Budget;
import dev.ukur.insights.compare.Compare;
import dev.ukur.insights.contrast.Contrast;
import dev.ukur.insights.customers.Behaviour;
import dev.ukur.insights.customers.Churn;
import dev.ukur.insights.customers.Clv;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.insights.customers.VisitorCohort;
import dev.ukur.insights.funnel.Funnel;
import dev.ukur.insights.funnel.Window;
import dev.ukur.insights.impact.Impact;
import dev.ukur.insights.why.Why;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Metrics;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.metrics.examples.FixedSet;
import dev.ukur.model.Label;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.TableColumns;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the analyses find in the fixed set, on two engines. */
record FixedFindings(MetricDefinitions definitions, Clock clock, TableColumns columns) {

    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");

    /** Sums of doubles depend in their last digits on the order of rows. */
    private static final MathContext DIGITS = new MathContext(9);

    private static final int DAYS = 30;
    private static final int HALF_A_YEAR = 26;
    private static final double TENTH = 0.1;
    private static final String CHANNEL = "channel";

    /** Days that nothing in the rows marks: what is found of them is the same nothing on both. */
    private static final List<Occasion> OCCASIONS = List.of(
            occasion("gajian", new Period(LocalDate.of(2026, 4, 25), LocalDate.of(2026, 4, 26))),
            occasion("kampanye", new Period(LocalDate.of(2026, 6, 1), LocalDate.of(2026, 6, 14))));

    private static Occasion occasion(String name, Period days) {
        return new Occasion(name, "promo", Label.same(name), days, Location.nowhere());
    }

    /** Those that go along the steps of persons, and those that set numbers against each other. */
    static List<Analysis> analyses() {
        return Stream.concat(paths(), comparisons()).toList();
    }

    private static Stream<Analysis> paths() {
        return Stream.of(
                new Funnel(
                        List.of(),
                        new Window(Duration.ofDays(DAYS), Window.From.FIRST_STEP),
                        new Funnel.Scope(Optional.of(FixedSet.DAYS), Optional.empty(), Optional.empty())),
                new Attribution("order", DAYS, Optional.of(FixedSet.DAYS)),
                new VisitorCohort(Grain.WEEK, CHANNEL, Optional.empty()),
                new Cohort(Grain.MONTH, CHANNEL, Optional.empty()),
                new Behaviour(),
                new Churn(Churn.Of.ORDERS),
                new Clv(CHANNEL, HALF_A_YEAR, Clv.MODELS.get(0)));
    }

    private static Stream<Analysis> comparisons() {
        return Stream.of(
                new Compare("Email", "Direct", new Compare.Design(CHANNEL, "purchase", TENTH), Optional.empty()),
                new Contrast(
                        "conversion_rate",
                        "channel = 'Email'",
                        "channel = 'Direct'",
                        Optional.of("device"),
                        Optional.empty()),
                new Budget("orders", Budget.ORDINARY_REACH),
                new Benchmark("conversion_rate", Optional.empty()),
                new Impact("gajian", "orders", Optional.empty(), Optional.empty()),
                new Impact("kampanye", "orders", Optional.empty(), Optional.empty()),
                new Impact("kampanye", "visits", Optional.of("channel = 'Email'"), Optional.of("channel = 'Direct'")),
                new Why("conversion_rate", Optional.empty(), Comparison.PREVIOUS));
    }

    /** Asks both; every cell of every table, the verdict and the caveats must be the same. */
    Certificate.Comparison compare(QueryEngine certified, QueryEngine reference) {
        return compare(analyses(), certified, reference);
    }

    Certificate.Comparison compare(List<Analysis> analyses, QueryEngine certified, QueryEngine reference) {
        List<String> differences = new ArrayList<>();
        long cells = 0;
        for (Analysis analysis : analyses) {
            List<String> found = told(analysis.find(desk(certified)));
            List<String> expected = told(analysis.find(desk(reference)));
            cells += expected.size();
            for (int i = 0; i < Math.max(found.size(), expected.size()); i++) {
                String left = i < found.size() ? found.get(i) : "-";
                String right = i < expected.size() ? expected.get(i) : "-";
                if (!left.equals(right)) {
                    differences.add("fixed set " + left + " / " + right);
                }
            }
        }
        return new Certificate.Comparison(reference.dialect().name(), cells, differences);
    }

    private Desk desk(QueryEngine engine) {
        QueryEngine fixed = FixedSet.on(engine, columns);
        WorkspaceSettings settings = WorkspaceSettings.defaults("-");
        Metrics metrics = new Metrics(fixed, definitions, settings, clock);
        return new Desk(metrics, fixed, List.of(), OCCASIONS, settings, clock.instant());
    }

    private static List<String> told(Finding finding) {
        List<String> told = new ArrayList<>();
        String analysis = finding.analysis();
        told.add(analysis + " " + finding.verdict() + " " + finding.caveats().size() + " "
                + rounded(finding.answer().toString()));
        for (Evidence table : finding.evidence()) {
            for (List<Term> row : table.rows()) {
                for (int i = 0; i < row.size(); i++) {
                    told.add(analysis + " " + table.name() + " "
                            + table.columns().get(i).name() + " "
                            + rounded(row.get(i).toString()));
                }
            }
        }
        return told;
    }

    private static String rounded(String term) {
        return FRACTION.matcher(term)
                .replaceAll(number -> new BigDecimal(number.group())
                        .round(DIGITS)
                        .stripTrailingZeros()
                        .toPlainString());
    }
}
