package dev.ukur.metrics;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.stream.Collectors;

/** Tells when a measure looks further back than its data go. */
final class Windows {

    private Windows() {}

    /** One warning that names all such measures, if there are any. */
    static List<Problem> check(Plan plan) {
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
                .with(
                        "measures",
                        shortOnes.stream()
                                .map(measure -> measure.measure().name())
                                .collect(Collectors.joining(", ")))
                .with("first", shortOnes.get(0).coverage().orElseThrow().first().toString()));
    }
}
