package dev.ukur.metrics;

import dev.ukur.model.Measure;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which days one value of a measure looks at: first back by the offsets, then over a length of time that ends there.
 *
 * @param offsets applied one after the other
 * @param length how much time; empty for just the period
 */
record Window(List<Offset> offsets, Optional<Length> length) {

    /** Before all days that data can speak of. */
    static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,3}) (day|week|month|year)s?");
    private static final Pattern TO_DATE = Pattern.compile("(week|month|quarter|year) to date");

    Window {
        offsets = List.copyOf(offsets);
    }

    /** How much time one value covers, ending with a day. */
    private interface Length {
        LocalDate first(LocalDate last, Cut cut);
    }

    /** The last days, weeks, months or years. */
    private record Trailing(java.time.Period length) implements Length {
        @Override
        public LocalDate first(LocalDate last, Cut cut) {
            return last.plusDays(1).minus(length);
        }
    }

    /** From the beginning of the week, month, quarter or year. */
    private record ToDate(Grain grain) implements Length {
        @Override
        public LocalDate first(LocalDate last, Cut cut) {
            return cut.calendar().around(grain, last).first();
        }
    }

    /** Everything. */
    private record Ever() implements Length {
        @Override
        public LocalDate first(LocalDate last, Cut cut) {
            return BEGINNING;
        }
    }

    /**
     * The window of a measure, or empty when it covers just the period asked.
     *
     * @throws ProblemException when it is not in the form {@code 12 months}, {@code year to date} or {@code all}, or
     *     an offset not in the form {@code 1 month} or {@code previous period}
     */
    static Optional<Window> of(Measure measure) {
        List<Offset> offsets =
                measure.offsets().stream().map(text -> offset(measure, text)).toList();
        Optional<Length> length = measure.window().map(text -> length(measure, text));
        return offsets.isEmpty() && length.isEmpty() ? Optional.empty() : Optional.of(new Window(offsets, length));
    }

    /** The days that the value of a period looks at. */
    Period days(Spine.Bucket bucket, Cut cut) {
        Period period = anchor(bucket, cut.grain());
        return length.map(time -> new Period(time.first(period.last(), cut), period.last()))
                .orElse(period);
    }

    /** The days the value speaks of: those of the period, moved back. */
    Period anchor(Spine.Bucket bucket, Grain grain) {
        Period period = bucket.days();
        for (Offset offset : offsets) {
            period = offset.before(period, grain);
        }
        return period;
    }

    boolean begins() {
        return !(length.isPresent() && length.get() instanceof Ever);
    }

    private static Length length(Measure measure, String text) {
        if (text.equals("all")) {
            return new Ever();
        }
        Matcher toDate = TO_DATE.matcher(text);
        if (toDate.matches()) {
            return new ToDate(Grain.of(toDate.group(1)).orElseThrow());
        }
        return new Trailing(length(text)
                .orElseThrow(() -> new ProblemException(Problem.error("measure-window", measure.at())
                        .with("measure", measure.name())
                        .with("window", text))));
    }

    private static Offset offset(Measure measure, String text) {
        if (text.equals("previous period")) {
            return Offset.PREVIOUS;
        }
        return length(text)
                .map(Offset::by)
                .orElseThrow(() -> new ProblemException(Problem.error("metric-offset", measure.at())
                        .with("measure", measure.name())
                        .with("offset", text)));
    }

    static Optional<java.time.Period> length(String text) {
        Matcher matcher = FORM.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(matcher.group(1));
        return Optional.of(
                switch (matcher.group(2)) {
                    case "day" -> java.time.Period.ofDays(number);
                    case "week" -> java.time.Period.ofWeeks(number);
                    case "month" -> java.time.Period.ofMonths(number);
                    default -> java.time.Period.ofYears(number);
                });
    }
}
