package dev.ukur.kpis;

import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.model.Target;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A goal for tests, complete unless a part is taken away; the place of a part is its name as file. */
record Goals(String name, Kpi kpi) {

    static final List<String> KEYS =
            List.of("kpi", "metric", "where", "owner", "cadence", "factors", "baseline", "targets", "action");

    static Goals measuring(String metric) {
        Kpi kpi = new Kpi(
                metric,
                Optional.empty(),
                Optional.of("Rani"),
                Optional.of(Cadence.MONTHLY),
                List.of("visits"),
                Optional.empty(),
                List.of(),
                List.of("visits"),
                Optional.of(Label.same("Act")),
                Map.of());
        return new Goals(metric + "_goal", kpi);
    }

    Goals named(String other) {
        return new Goals(other, kpi);
    }

    Goals where(String filter) {
        return with(kpi.cadence(), kpi.baseline(), kpi.targets(), Optional.of(filter));
    }

    Goals baseline(String first, String last) {
        Period days = new Period(LocalDate.parse(first), LocalDate.parse(last));
        return with(kpi.cadence(), Optional.of(days), kpi.targets(), kpi.where());
    }

    Goals cadence(Cadence cadence) {
        return with(Optional.of(cadence), kpi.baseline(), kpi.targets(), kpi.where());
    }

    /** One more target. */
    Goals target(String value, Target.Form form, String due) {
        List<Target> targets = new java.util.ArrayList<>(kpi.targets());
        Location at = Location.of("target " + (targets.size() + 1));
        targets.add(new Target(new BigDecimal(value), form, LocalDate.parse(due), at));
        return with(kpi.cadence(), kpi.baseline(), targets, kpi.where());
    }

    /** One more target, the sum of a whole year, quarter, month or week. */
    Goals sum(String value, Target.Form form, Grain per, String due) {
        List<Target> targets = new java.util.ArrayList<>(kpi.targets());
        Location at = Location.of("target " + (targets.size() + 1));
        targets.add(new Target(
                new BigDecimal(value),
                form,
                LocalDate.parse(due),
                Target.Bands.none(),
                Target.Path.SHAPED,
                Optional.of(per),
                at));
        return with(kpi.cadence(), kpi.baseline(), targets, kpi.where());
    }

    /** One more target, with a minimum and a stretch. */
    Goals bands(String minimum, String value, String stretch, String due) {
        List<Target> targets = new java.util.ArrayList<>(kpi.targets());
        Location at = Location.of("target " + (targets.size() + 1));
        Target.Bands bands = new Target.Bands(Optional.of(level(minimum, at)), Optional.of(level(stretch, at)));
        targets.add(new Target(
                new BigDecimal(value), Target.Form.LEVEL, LocalDate.parse(due), bands, Target.Path.SHAPED, at));
        return with(kpi.cadence(), kpi.baseline(), targets, kpi.where());
    }

    /** One more target, with an even way to it. */
    Goals straight(String value, String due) {
        List<Target> targets = new java.util.ArrayList<>(kpi.targets());
        Location at = Location.of("target " + (targets.size() + 1));
        targets.add(new Target(
                new BigDecimal(value),
                Target.Form.LEVEL,
                LocalDate.parse(due),
                Target.Bands.none(),
                Target.Path.STRAIGHT,
                at));
        return with(kpi.cadence(), kpi.baseline(), targets, kpi.where());
    }

    private static Target.Level level(String value, Location at) {
        return new Target.Level(new BigDecimal(value), Target.Form.LEVEL, at);
    }

    Goals guardrails(String... names) {
        return new Goals(
                name,
                new Kpi(
                        kpi.metric(),
                        kpi.where(),
                        kpi.owner(),
                        kpi.cadence(),
                        kpi.factors(),
                        kpi.baseline(),
                        kpi.targets(),
                        List.of(names),
                        kpi.action(),
                        kpi.places()));
    }

    Goals factors(String... names) {
        return new Goals(
                name,
                new Kpi(
                        kpi.metric(),
                        kpi.where(),
                        kpi.owner(),
                        kpi.cadence(),
                        List.of(names),
                        kpi.baseline(),
                        kpi.targets(),
                        kpi.guardrails(),
                        kpi.action(),
                        kpi.places()));
    }

    /** All optional parts gone. */
    Goals bare() {
        return new Goals(
                name,
                new Kpi(
                        kpi.metric(),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        List.of(),
                        Optional.empty(),
                        List.of(),
                        List.of(),
                        Optional.empty(),
                        Map.of("kpi", Location.of("kpi"))));
    }

    Goal goal() {
        Map<String, Location> places = new LinkedHashMap<>(kpi.places());
        if (places.isEmpty()) {
            KEYS.forEach(key -> places.put(key, Location.of(key)));
        }
        Kpi placed = new Kpi(
                kpi.metric(),
                kpi.where(),
                kpi.owner(),
                kpi.cadence(),
                kpi.factors(),
                kpi.baseline(),
                kpi.targets(),
                kpi.guardrails(),
                kpi.action(),
                places);
        return new Goal(name, Label.same(name), placed, Location.of("goal"));
    }

    /** A problem in one line. */
    static List<String> lines(List<Problem> problems) {
        return problems.stream()
                .map(problem ->
                        problem.at() + " " + problem.severity().word() + " " + problem.code() + " " + problem.facts())
                .toList();
    }

    private Goals with(
            Optional<Cadence> cadence, Optional<Period> baseline, List<Target> targets, Optional<String> where) {
        return new Goals(
                name,
                new Kpi(
                        kpi.metric(),
                        where,
                        kpi.owner(),
                        cadence,
                        kpi.factors(),
                        baseline,
                        targets,
                        kpi.guardrails(),
                        kpi.action(),
                        kpi.places()));
    }
}
