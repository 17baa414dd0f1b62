package dev.ukur.metrics.examples;

import dev.ukur.metrics.Answer;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.QueryEngine;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Collects where two engines answer the same question differently: in any cell, in the order of rows, or in a warning. */
final class SideBySide {

    /** Sums of doubles depend in their last digits on the order of rows. */
    private static final double TOLERANCE = 1e-9;

    private final QueryEngine engine;
    private final List<String> differences = new ArrayList<>();
    private long cells;

    /** Compares with an engine. */
    SideBySide(QueryEngine engine) {
        this.engine = engine;
    }

    QueryEngine engine() {
        return engine;
    }

    Certificate.Comparison comparison() {
        return new Certificate.Comparison(engine.dialect().name(), cells, differences);
    }

    /** A question may also be refused; then by both, for the same reason. */
    void compare(String question, Supplier<Answer> asked, Supplier<Answer> expected) {
        try {
            Answer answer = asked.get();
            compare(question, answer, expected.get());
        } catch (ProblemException e) {
            compareRefusals(question, e, expected);
        }
    }

    private void compareRefusals(String question, ProblemException refused, Supplier<Answer> expected) {
        try {
            Answer reference = expected.get();
            differences.add(question + ": " + refused.problems() + " / "
                    + reference.rows().size() + " rows");
        } catch (ProblemException e) {
            if (!codes(e.problems()).equals(codes(refused.problems()))) {
                differences.add(question + ": " + refused.problems() + " / " + e.problems());
            }
        }
    }

    void compare(String question, Answer answer, Answer reference) {
        if (!warnings(answer).equals(warnings(reference))) {
            differences.add(question + ": " + warnings(answer) + " / " + warnings(reference));
        }
        if (answer.rows().size() != reference.rows().size()) {
            differences.add(question + ": " + answer.rows().size() + " / "
                    + reference.rows().size() + " rows");
            return;
        }
        for (int row = 0; row < answer.rows().size(); row++) {
            for (Answer.Column column : answer.columns()) {
                int at = answer.index(column.name());
                compare(
                        question + " " + column.name(),
                        answer.rows().get(row).get(at),
                        reference.rows().get(row).get(at));
            }
        }
    }

    private void compare(String cell, @Nullable Object answered, @Nullable Object expected) {
        cells++;
        if (!same(answered, expected)) {
            differences.add(cell + ": " + answered + " / " + expected);
        }
    }

    private static boolean same(@Nullable Object answered, @Nullable Object expected) {
        if (answered instanceof Double a && expected instanceof Double b) {
            return Math.abs(a - b) <= TOLERANCE * Math.max(1, Math.abs(b));
        }
        return Objects.equals(answered, expected);
    }

    private static List<String> warnings(Answer answer) {
        return codes(answer.meta().warnings());
    }

    private static List<String> codes(List<Problem> problems) {
        return problems.stream().map(Problem::code).toList();
    }
}
