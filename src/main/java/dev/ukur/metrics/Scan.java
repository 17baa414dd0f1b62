package dev.ukur.metrics;

import dev.ukur.model.Fact;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One pass over the rows of a fact that serves all measures which see the same rows.
 *
 * @param name of its result in the query
 * @param measures served, all with the same fact, window and reports
 * @param rolledUp the roll-up read in place of the fact's rows, where one gives the same numbers
 * @param clusters the roll-up that knows the squares of what each cluster's rows add up to, where all are known
 */
record Scan(String name, List<Served> measures, Optional<RolledUp> rolledUp, Optional<RolledUp> clusters) {

    Scan {
        measures = List.copyOf(measures);
    }

    /** What measures of one scan share. */
    private record Key(
            String fact,
            Optional<Window> window,
            Map<String, String> reports,
            boolean single,
            boolean convert,
            Optional<RolledUp> rolledUp) {}

    /** Groups measures into as few scans as give the right rows. */
    static List<Scan> of(List<Served> served, RollupChoice rollups) {
        Map<Key, List<Served>> groups = new LinkedHashMap<>();
        for (Served measure : served) {
            Key key = new Key(
                    measure.fact().name(),
                    measure.window(),
                    measure.reports(),
                    measure.isSingle(),
                    measure.convert(),
                    rollups.of(measure, served));
            groups.computeIfAbsent(key, k -> new ArrayList<>()).add(measure);
        }
        List<Scan> scans = new ArrayList<>();
        groups.forEach((key, group) -> {
            Optional<RolledUp> clusters = rollups.ofClusters(group);
            Optional<RolledUp> read = key.rolledUp()
                    .map(sums -> clusters.filter(known -> RollupChoice.tells(known, group))
                            .orElse(sums));
            scans.add(new Scan("measured_" + (scans.size() + 1), group, read, clusters));
        });
        return scans;
    }

    /** Whether its measures and the squares of their clusters come from one roll-up, so from one reading. */
    boolean tellsClusters() {
        return clusters.isPresent() && rolledUp.equals(clusters);
    }

    /** The same measures as their clusters are read: from the roll-up that knows their squares, else from the rows. */
    Scan overClusters() {
        return new Scan(name, measures, clusters, clusters);
    }

    /** A measure of this scan by its name. */
    Served measure(String measure) {
        return measures.stream()
                .filter(served -> served.measure().name().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    Fact fact() {
        return measures.get(0).fact();
    }

    Optional<Window> window() {
        return measures.get(0).window();
    }

    Map<String, String> reports() {
        return measures.get(0).reports();
    }

    boolean converts() {
        return measures.get(0).convert();
    }

    /**
     * The filter that all measures share: tested once a row instead of once a measure. Not where members are shown: one
     * without such rows is a member all the same.
     */
    Optional<Formula> sharedFilter(Question question) {
        Optional<Formula> first = measures.get(0).filter();
        boolean shared = question.by().isEmpty()
                && rolledUp.isEmpty()
                && measures.stream().allMatch(measure -> measure.filter().equals(first));
        return shared ? first : Optional.empty();
    }

    /** Whether rows find their period by its days, not by the period their own days fall in. */
    boolean joinsSpine() {
        return window().isPresent() || measures.get(0).isSingle();
    }
}
