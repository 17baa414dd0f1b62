package dev.ukur.delivery.ask;

import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How a query's numbers are to be set out, from its options. */
public final class WrittenDisplay {

    private static final Pattern COUNT = Pattern.compile("[1-9]\\d{0,5}");
    private static final Pattern ORDER = Pattern.compile("(\\w+)(?:\\s+(asc|desc))?");

    private final Options options;

    WrittenDisplay(Options options) {
        this.options = options;
    }

    /**
     * Reads the options.
     *
     * @throws ProblemException naming the option that cannot be read
     */
    Display read() {
        return new Display(
                options.value("compare").map(this::comparison),
                options.value("top").map(text -> count("top", text)),
                options.value("order").map(this::order),
                options.value("limit").map(text -> count("limit", text)),
                options.has("totals"),
                options.has("differs"));
    }

    private Comparison comparison(String word) {
        return comparison(options.written("compare"), word);
    }

    /**
     * The comparison of a word.
     *
     * @param option where it is written, for the message
     * @throws ProblemException when there is no such comparison
     */
    public static Comparison comparison(String option, String word) {
        return Comparison.of(word).orElseThrow(() -> problem(option, word, String.join(", ", Comparison.words())));
    }

    private int count(String option, String text) {
        if (!COUNT.matcher(text).matches()) {
            throw wrong(option, text, "1, 5, 10");
        }
        return Integer.parseInt(text);
    }

    private Display.Order order(String text) {
        Matcher matcher = ORDER.matcher(text.strip());
        if (!matcher.matches()) {
            throw wrong("order", text, "visits, visits desc");
        }
        return new Display.Order(
                matcher.group(1),
                Optional.ofNullable(matcher.group(2)).filter("desc"::equals).isPresent());
    }

    private ProblemException wrong(String option, String value, String allowed) {
        return problem(options.written(option), value, allowed);
    }

    private static ProblemException problem(String option, String value, String allowed) {
        return new ProblemException(Problem.error("option-value", Location.nowhere())
                .with("option", option)
                .with("value", value)
                .with("allowed", allowed));
    }
}
