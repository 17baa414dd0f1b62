package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Tells when a measure looks further back than its data go. */
final class Windows {

    private Windows() {}

    /** One warning that names all such measures, if there are any. */
    static List<Problem> check(Plan plan) {
        List<Problem> problems = new ArrayList<>(shortWindows(plan));
        problems.addAll(beforeData(plan));
        plan.scans().stream()
                .filter(scan -> isOpen(plan, scan))
                .forEach(scan -> problems.add(Problem.warning("conversion-still-open", Location.nowhere())
                        .with("measures", names(scan.measures()))
                        .with("window", scan.fact().conversion().orElseThrow().window())));
        return problems;
    }

    /** That a period still open is compared with a whole one. */
    static List<Problem> open(List<Served> served, Period period) {
        return served.stream()
                .flatMap(measure -> measure.coverage().map(Period::last).stream())
                .min(java.util.Comparator.naturalOrder())
                .filter(last -> last.isBefore(period.last()) && !last.isBefore(period.first()))
                .map(last -> Problem.warning("comparison-incomplete", Location.nowhere())
                        .with("to", period.last())
                        .with("complete", last))
                .stream()
                .toList();
    }

    /** That some earlier periods lie before the data, wholly or in part, so that nothing is compared with them. */
    private static List<Problem> beforeData(Plan plan) {
        return plan.scans().stream()
                .flatMap(scan -> scan.measures().stream())
                .flatMap(measure -> measure.coverage().stream()
                        .filter(days -> plan.spine().buckets().stream()
                                .filter(bucket -> plan.spine().isEarlier(bucket.key()))
                                .anyMatch(bucket ->
                                        plan.anchor(measure, bucket).first().isBefore(days.first())))
                        .map(Period::first))
                .max(java.util.Comparator.naturalOrder())
                .map(first -> Problem.warning("comparison-before-data", Location.nowhere())
                        .with("first", first))
                .stream()
                .toList();
    }

    /** Whether the last rows may still convert after the last day of data. */
    private static boolean isOpen(Plan plan, Scan scan) {
        return scan.fact()
                .conversion()
                .flatMap(conversion -> scan.measures()
                        .get(0)
                        .coverage()
                        .filter(days -> plan.spine()
                                .period()
                                .last()
                                .plusDays(ConversionFacts.days(conversion))
                                .isAfter(days.last())))
                .isPresent();
    }

    private static String names(List<Served> measures) {
        return measures.stream().map(measure -> measure.measure().name()).collect(Collectors.joining(", "));
    }

    private static List<Problem> shortWindows(Plan plan) {
        Spine.Bucket first = plan.spine().buckets().get(0);
        List<Served> shortOnes = plan.scans().stream()
                .flatMap(scan -> scan.measures().stream())
                .filter(measure -> measure.window().filter(Window::begins).isPresent())
                .filter(measure -> measure.coverage()
                        .filter(days ->
                                days.first().isAfter(plan.days(measure, first).first()))
                        .isPresent())
                .toList();
        if (shortOnes.isEmpty()) {
            return List.of();
        }
        return List.of(Problem.warning("window-not-full", Location.nowhere())
                .with("measures", names(shortOnes))
                .with("first", shortOnes.get(0).coverage().orElseThrow().first().toString()));
    }
}
