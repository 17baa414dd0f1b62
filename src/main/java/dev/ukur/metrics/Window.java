package dev.ukur.metrics;

import dev.ukur.model.Measure;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How far back one value of a measure looks from the end of its period.
 *
 * @param length how long; empty for everything to date
 */
record Window(Optional<java.time.Period> length) {

    /** Before all days that data can speak of. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}) (day|week|month|year)s?");

    /**
     * The window of a measure, or empty when it covers just the period asked.
     *
     * @throws ProblemException when it is not in the form {@code 12 months} or {@code all}
     */
    static Optional<Window> of(Measure measure) {
        return measure.window().map(text -> {
            if (text.equals("all")) {
                return new Window(Optional.empty());
            }
            Matcher matcher = FORM.matcher(text);
            if (!matcher.matches()) {
                throw new ProblemException(Problem.error("measure-window", measure.at())
                        .with("measure", measure.name())
                        .with("window", text));
            }
            return new Window(Optional.of(length(Integer.parseInt(matcher.group(1)), matcher.group(2))));
        });
    }

    /** The days that the value of a period looks at. */
    Period endingWith(Period period) {
        LocalDate first =
                length.map(back -> period.last().plusDays(1).minus(back)).orElse(BEGINNING);
        return new Period(first, period.last());
    }

    private static java.time.Period length(int number, String unit) {
        return switch (unit) {
            case "day" -> java.time.Period.ofDays(number);
            case "week" -> java.time.Period.ofWeeks(number);
            case "month" -> java.time.Period.ofMonths(number);
            default -> java.time.Period.ofYears(number);
        };
    }
}
