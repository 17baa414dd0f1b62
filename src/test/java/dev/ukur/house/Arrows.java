package dev.ukur.house;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which part of the house may use which. A part is a package with all below it that is not a part of its own; every
 * package must belong to one, so a new package is refused until somebody has decided where it stands.
 */
final class Arrows {

    /** The root package, where the front door stands. */
    private static final String ROOT = "";

    /** May be used by every part. */
    private static final Set<String> EVERYWHERE = Set.of("problem", "time");

    private static final Map<String, Set<String>> MAY_USE = Map.ofEntries(
            Map.entry("problem", Set.of()),
            Map.entry("time", Set.of()),
            Map.entry("stats", Set.of()),
            Map.entry("model", Set.of()),
            Map.entry("i18n", Set.of()),
            Map.entry("workspace", Set.of("model")),
            Map.entry("store", Set.of("model")),
            Map.entry("sources.read", Set.of()),
            Map.entry("sources.cell", Set.of()),
            Map.entry("sources", Set.of("sources.read", "sources.cell", "store", "model")),
            Map.entry("metrics", Set.of("store", "stats", "model")),
            Map.entry("kpis", Set.of("metrics", "store", "stats", "model")),
            Map.entry("insights", Set.of("kpis", "metrics", "store", "stats", "model")),
            Map.entry(
                    ROOT,
                    Set.of(
                            "insights",
                            "kpis",
                            "metrics",
                            "sources",
                            "sources.read",
                            "store",
                            "workspace",
                            "stats",
                            "model")),
            // The screens know the front door and what it answers, never how the answer came about.
            Map.entry("delivery.report.pages", Set.of("delivery.report", ROOT, "i18n", "model", "metrics", "kpis")),
            // Who may do what on a server: no numbers, no words.
            Map.entry("delivery.access", Set.of()),
            // Questions as people write them: options of a command, an address of a page.
            Map.entry("delivery.ask", results()),
            Map.entry("delivery.report", results("delivery.report.pages", "delivery.ask", "delivery.access")),
            Map.entry("delivery.alert", results()),
            Map.entry("delivery.schedule", results("delivery.report", "delivery.alert")),
            Map.entry(
                    "delivery.web",
                    results(
                            "delivery.ask",
                            "delivery.access",
                            "delivery.schedule",
                            "delivery.report",
                            "delivery.alert")),
            // The models of the numerics on plain files, for anyone who wants to check them: no workspace, no answers.
            Map.entry("delivery.lab", Set.of("stats", "i18n")),
            Map.entry(
                    "delivery.cli",
                    results(
                            "delivery.ask",
                            "delivery.access",
                            "delivery.lab",
                            "delivery.web",
                            "delivery.schedule",
                            "delivery.report",
                            "delivery.alert",
                            "twin")),
            Map.entry("twin", Set.of("stats")));

    private Arrows() {}

    /** What a screen may use: the front door, the types of its answers, the words, and the parts named. */
    private static Set<String> results(String... parts) {
        Set<String> all = new HashSet<>(Set.of(ROOT, "i18n", "model", "sources", "metrics", "kpis", "insights"));
        all.addAll(Set.of(parts));
        return all;
    }

    /** The rule for a house whose root package is given. */
    static ArchRule of(String base) {
        return classes().that().resideInAPackage(base + "..").should(onlyUseWhatTheirPartMayUse(base));
    }

    private static ArchCondition<JavaClass> onlyUseWhatTheirPartMayUse(String base) {
        return new ArchCondition<>("only use what the table of the house allows their part") {
            @Override
            public void check(JavaClass user, ConditionEvents events) {
                Optional<String> from = part(base, user);
                if (from.isEmpty()) {
                    events.add(
                            SimpleConditionEvent.violated(user, user.getName() + " belongs to no part of the house"));
                    return;
                }
                for (Dependency dependency : user.getDirectDependenciesFromSelf()) {
                    Optional<String> to = part(base, dependency.getTargetClass());
                    if (to.isPresent() && !allowed(from.get(), to.get())) {
                        events.add(SimpleConditionEvent.violated(
                                dependency,
                                "%s -> %s: %s".formatted(from.get(), to.get(), dependency.getDescription())));
                    }
                }
            }
        };
    }

    private static boolean allowed(String from, String to) {
        return from.equals(to)
                || EVERYWHERE.contains(to)
                || MAY_USE.getOrDefault(from, Set.of()).contains(to);
    }

    /** The part a class belongs to: the longest one its package begins with; empty outside the house. */
    private static Optional<String> part(String base, JavaClass type) {
        String name = type.getPackageName();
        if (name.equals(base)) {
            return Optional.of(ROOT);
        }
        if (!name.startsWith(base + ".")) {
            return Optional.empty();
        }
        String inside = name.substring(base.length() + 1);
        return MAY_USE.keySet().stream()
                .filter(part -> inside.equals(part) || (!part.isEmpty() && inside.startsWith(part + ".")))
                .max(Comparator.comparingInt(String::length));
    }
}
