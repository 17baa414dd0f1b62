package dev.ukur.workspace;

import dev.ukur.problem.Problem;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** Regular expressions written in YAML: found anywhere in a text, without regard to case. */
final class Patterns {

    private Patterns() {}

    static Optional<Pattern> of(YamlValue value) {
        return value.text().flatMap(text -> {
            try {
                return Optional.of(Pattern.compile(text, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
            } catch (PatternSyntaxException e) {
                value.report(Problem.error("yaml-bad-pattern", value.at())
                        .with("key", value.key())
                        .with("value", text)
                        .with("detail", e.getDescription()));
                return Optional.empty();
            }
        });
    }
}
