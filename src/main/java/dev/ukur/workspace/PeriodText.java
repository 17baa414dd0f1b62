package dev.ukur.workspace;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Periods as people write them: {@code 2026}, {@code 2026-Q1}, {@code 2026-01}, {@code 2026-01-31}, or two of these
 * joined by {@code ..}, from the first day of the one to the last day of the other.
 */
final class PeriodText {

    private static final Pattern SHAPE =
            Pattern.compile("(?<year>\\d{4})(?:-Q(?<quarter>[1-4])|-(?<month>\\d{2})(?:-(?<day>\\d{2}))?)?");

    private PeriodText() {}

    /** The period of a text, or empty when it has none of the forms, names no real day, or ends before it starts. */
    static Optional<Period> parse(String text) {
        String[] ends = text.strip().split("\\.\\.", -1);
        if (ends.length == 1) {
            return single(ends[0]);
        }
        if (ends.length != 2) {
            return Optional.empty();
        }
        Optional<Period> first = single(ends[0]);
        Optional<Period> last = single(ends[1]);
        if (first.isEmpty() || last.isEmpty()) {
            return Optional.empty();
        }
        LocalDate from = first.get().first();
        LocalDate to = last.get().last();
        return to.isBefore(from) ? Optional.empty() : Optional.of(new Period(from, to));
    }

    private static Optional<Period> single(String text) {
        Matcher parts = SHAPE.matcher(text.strip());
        if (!parts.matches()) {
            return Optional.empty();
        }
        Function<String, Optional<Integer>> part =
                name -> Optional.ofNullable(parts.group(name)).map(Integer::valueOf);
        try {
            int month = part.apply("quarter")
                    .map(quarter -> quarter * 3)
                    .or(() -> part.apply("month"))
                    .orElse(1);
            LocalDate day = LocalDate.of(
                    Integer.parseInt(parts.group("year")),
                    month,
                    part.apply("day").orElse(1));
            return Optional.of(grain(parts).around(day));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    private static Grain grain(Matcher parts) {
        if (parts.group("day") != null) {
            return Grain.DAY;
        }
        if (parts.group("month") != null) {
            return Grain.MONTH;
        }
        return parts.group("quarter") != null ? Grain.QUARTER : Grain.YEAR;
    }
}
