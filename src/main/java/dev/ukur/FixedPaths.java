package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Term;
import dev.ukur.insights.attribution.Attribution;
import dev.ukur.insights.customers.Behaviour;
import dev.ukur.insights.customers.Churn;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.insights.customers.VisitorCohort;
import dev.ukur.insights.funnel.Funnel;
import dev.ukur.insights.funnel.Window;
import dev.ukur.metrics.Metrics;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.metrics.examples.FixedSet;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.TableColumns;
import dev.ukur.time.Grain;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What analyses find along the paths of the fixed set's visitors and customers, on two engines. */
record FixedPaths(MetricDefinitions definitions, Clock clock, TableColumns columns) {

    private static final Pattern FRACTION = Pattern.compile("-?\\d+\\.\\d+(?:E-?\\d+)?");

    /** Sums of doubles depend in their last digits on the order of rows. */
    private static final MathContext DIGITS = new MathContext(9);

    private static final int DAYS = 30;

    private static List<Analysis> analyses() {
        return List.of(
                new Funnel(
                        List.of(),
                        new Window(Duration.ofDays(DAYS), Window.From.FIRST_STEP),
                        new Funnel.Scope(Optional.of(FixedSet.DAYS), Optional.empty(), Optional.empty())),
                new Attribution("order", DAYS, Optional.of(FixedSet.DAYS)),
                new VisitorCohort(Grain.WEEK, "channel", Optional.empty()),
                new Cohort(Grain.MONTH, "channel", Optional.empty()),
                new Behaviour(),
                new Churn(Churn.Of.ORDERS));
    }

    /** Asks both; every cell of every table, the verdict and the caveats must be the same. */
    Certificate.Comparison compare(QueryEngine certified, QueryEngine reference) {
        List<String> differences = new ArrayList<>();
        long cells = 0;
        for (Analysis analysis : analyses()) {
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
        return new Desk(metrics, fixed, List.of(), List.of(), settings, clock.instant());
    }

    private static List<String> told(Finding finding) {
        List<String> told = new ArrayList<>();
        String analysis = finding.analysis();
        told.add(analysis + " " + finding.verdict() + " " + finding.caveats().size());
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
