package dev.ukur.house;

import com.sun.source.tree.ConditionalExpressionTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ParenthesizedTree;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Where findings name texts: calls whose first argument, if it is a literal, completes a key. */
final class FindingTexts {

    private static final Map<String, String> CALLS = Map.of(
            "Sentence.of", "finding.",
            "Term.words", "finding.",
            "Evidence.of", "finding.table.",
            "Finding.about", "finding.title.");
    /** Columns of an {@code Evidence}, in a chain that begins with its name. */
    private static final List<String> COLUMNS = List.of(".words", ".time", ".number");

    private FindingTexts() {}

    /** What a call puts before its first argument, if it names a text at all. */
    static Optional<String> key(MethodInvocationTree call) {
        String called = call.getMethodSelect().toString();
        if (CALLS.containsKey(called)) {
            return Optional.of(CALLS.get(called));
        }
        boolean column = called.startsWith("Evidence.of(") && COLUMNS.stream().anyMatch(called::endsWith);
        return column ? Optional.of("finding.column.") : Optional.empty();
    }

    /** The literals an argument may be: itself, or both sides of a choice. */
    static Stream<String> texts(ExpressionTree argument) {
        if (argument instanceof LiteralTree literal && literal.getValue() instanceof String text) {
            return Stream.of(text);
        }
        if (argument instanceof ParenthesizedTree inner) {
            return texts(inner.getExpression());
        }
        return argument instanceof ConditionalExpressionTree choice
                ? Stream.concat(texts(choice.getTrueExpression()), texts(choice.getFalseExpression()))
                : Stream.empty();
    }
}
