package dev.ukur.delivery.cli;

import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a query's numbers are to be set out, from the options of the call. */
final class QueryDisplay {

    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern ORDER = Pattern.compile("(\\w+)(?:\\s+(asc|desc))?");

    private QueryDisplay() {}

    /**
     * Reads the options.
     *
     * @throws ProblemException naming the option that cannot be read
     */
    static Display of(Arguments arguments) {
        return new Display(
                arguments.value("--compare").map(QueryDisplay::comparison),
                arguments.value("--top").map(text -> count("--top", text)),
                arguments.value("--order").map(QueryDisplay::order),
                arguments.value("--limit").map(text -> count("--limit", text)),
                arguments.has("--totals"),
                arguments.has("--differs"));
    }

    /** The comparison of a word of {@code --compare}. */
    static Comparison comparison(String word) {
        return Comparison.of(word).orElseThrow(() -> wrong("--compare", word, String.join(", ", Comparison.words())));
    }

    private static int count(String option, String text) {
        if (!COUNT.matcher(text).matches()) {
            throw wrong(option, text, "1, 5, 10");
        }
        return Integer.parseInt(text);
    }

    private static Display.Order order(String text) {
        Matcher matcher = ORDER.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong("--order", text, "visits, visits desc");
        }
        return new Display.Order(
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)).filter("desc"::equals).isPresent());
    }

    private static ProblemException wrong(String option, String value, String allowed) {
        return new ProblemException(Problem.error("option-value", Location.nowhere())
                .with("option", option)
                .with("value", value)
                .with("allowed", allowed));
    }
}
