package dev.ukur.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which columns the scans of a plan give: only those that somebody reads. */
final class ScanColumns {

    private final Plan plan;
    private final Set<String> dividedCosts;

    ScanColumns(Plan plan) {
        this.plan = plan;
        this.dividedCosts = new DividedCosts(plan).measures();
    }

    /**
     * A common table expression with one row a period and member.
     *
     * @param columns what it gives beside them
     */
    record Part(String name, List<String> columns) {}

    /** What the scans give, and the clusters of their rows. */
    List<Part> parts() {
        List<MetricPlan> metrics = plan.question().metrics();
        List<Part> parts = new ArrayList<>();
        for (Scan scan : plan.scans()) {
            List<String> names = new ArrayList<>();
            scan.measures().forEach(measure -> names.addAll(of(measure)));
            metrics.forEach(metric -> names.addAll(Spread.columns(metric, scan)));
            List<String> ofClusters = ofClusters(scan);
            if (isOnePass(scan)) {
                names.addAll(ofClusters);
            }
            parts.add(new Part(scan.name(), names));
            if (isApart(scan)) {
                parts.add(new Part(new Spread.Clusters(scan, List.of()).name(), ofClusters));
            }
        }
        return parts;
    }

    /** Of a measure: its value and, for sums, the rows it stands on, where they are asked for, and those of unknown value. */
    List<String> of(Served measure) {
        String name = measure.measure().name();
        List<String> names = new ArrayList<>(List.of(name));
        if (measure.sums() && (!hasRows(measure) || dividedCosts.contains(name))) {
            names.add(name + ScanSql.ROWS);
        }
        if (measure.sums()) {
            names.add(name + ScanSql.UNKNOWN);
        }
        return names;
    }

    /** Whether all there is comes out of one step: then it has no row where its fact has none. */
    boolean isOnePart() {
        return plan.scans().size() == 1 && !isApart(plan.scans().get(0));
    }

    /** Whether there are rows of a measure wherever it is told. */
    boolean hasRows(Served measure) {
        return isOnePart()
                && (!measure.sums()
                        || measure.filter().isEmpty()
                        || plan.scans().get(0).sharedFilter(plan.question()).isPresent());
    }

    private boolean isOnePass(Scan scan) {
        return ClusterPass.serves(scan, plan.question().metrics()) || scan.tellsClusters();
    }

    private boolean isApart(Scan scan) {
        return !isOnePass(scan) && !ofClusters(scan).isEmpty();
    }

    private List<String> ofClusters(Scan scan) {
        return plan.question().metrics().stream()
                .flatMap(metric -> Spread.ofClusters(metric, scan).stream())
                .toList();
    }
}
