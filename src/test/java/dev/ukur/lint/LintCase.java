package dev.ukur.lint;

import java.time.Clock;
import java.util.Map;
import java.util.Set;

/**
 * One workspace of the corpus with what the lint has to say of it.
 *
 * @param name of the case, a sentence
 * @param shop whose data it has
 * @param today when it is checked
 * @param files its own files by path: {@code goals.yaml} and perhaps metrics
 * @param expected the codes of all problems it has; none when it is good
 */
record LintCase(String name, Shops shop, Clock today, Map<String, String> files, Set<String> expected) {

    static LintCase good(String name, GoalText... goals) {
        return of(name, GoalText.file(goals));
    }

    static LintCase bad(String name, GoalText goal, String... codes) {
        return of(name, GoalText.file(goal), codes);
    }

    static LintCase of(String name, String goals, String... codes) {
        return new LintCase(name, Shops.SHOP, Shops.TODAY, Map.of("goals.yaml", goals), Set.of(codes));
    }

    LintCase in(Shops other) {
        return new LintCase(name, other, today, files, expected);
    }

    LintCase expecting(String... codes) {
        return new LintCase(name, shop, today, files, Set.of(codes));
    }

    LintCase on(Clock day) {
        return new LintCase(name, shop, day, files, expected);
    }

    /** With a metric of the workspace's own. */
    LintCase metrics(String yaml) {
        return new LintCase(
                name, shop, today, Map.of("goals.yaml", files.get("goals.yaml"), "metrics/own.yaml", yaml), expected);
    }
}
