package dev.ukur.workspace;

import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How the rows of a measure become one number. {@code median} is the percentile 0.5.
 *
 * @param word the aggregate
 * @param share which percentile, for that aggregate
 */
record Aggregate(String word, Optional<String> share) {

    private static final List<String> WORDS =
            List.of("count", "count_distinct", "sum", "min", "max", "average", "median", "percentile", "single");
    private static final Pattern SHARE = Pattern.compile("0?\\.\\d{1,6}");

    /** The aggregate of one entry of {@code from}; empty, with a problem, when it is missing or wrong. */
    static Optional<Aggregate> read(YamlMap map) {
        Optional<String> word = map.require("aggregate").flatMap(value -> value.oneOf(WORDS));
        Optional<String> share = map.text("percentile");
        boolean wanted = word.filter("percentile"::equals).isPresent();
        if (word.isPresent()
                && (wanted != share.isPresent()
                        || share.filter(text -> !isShare(text)).isPresent())) {
            map.report(Problem.error("measure-percentile", map.has("percentile") ? map.at("percentile") : map.at())
                    .with("value", share.orElse("-")));
            return Optional.empty();
        }
        return word.map(name ->
                name.equals("median") ? new Aggregate("percentile", Optional.of("0.5")) : new Aggregate(name, share));
    }

    private static boolean isShare(String text) {
        return SHARE.matcher(text).matches() && Double.parseDouble(text) > 0;
    }
}
