package dev.ukur.kpis.ledger;

import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.model.MetricUnit;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a review resolved to do.
 *
 * @param text the decision in a sentence
 * @param owner who does it; the KPI's owner when empty
 * @param expected the change expected, as written: {@code +20} in the metric's unit, {@code +5%} of its value now,
 *     {@code +0.3pt} percentage points of a share
 * @param by the day its effect is to be seen in
 */
public record Resolution(String text, Optional<String> owner, Optional<String> expected, LocalDate by) {

    private static final Pattern CHANGE =
            Pattern.compile("(?<sign>[+-])(?<number>\\d+(?:\\.\\d+)?)\\s*(?<unit>%|pt|poin)?");

    /**
     * The change expected of a KPI, in its metric's unit.
     *
     * @throws ProblemException with {@code review-expected-form} when it cannot be read, {@code review-expected-points}
     *     when points are not of a share, {@code review-expected-no-value} when there is no value to take per cent of
     */
    Optional<Double> change(Line line) {
        return expected.map(written -> change(written, line));
    }

    private static double change(String written, Line line) {
        Matcher parts = CHANGE.matcher(written.strip());
        if (!parts.matches()) {
            throw refused("review-expected-form", written, line);
        }
        double number = Double.parseDouble(parts.group("sign") + parts.group("number"));
        String unit = Optional.ofNullable(parts.group("unit")).orElse("");
        if (unit.equals("%")) {
            return line.now()
                    .value()
                    .map(now -> Math.abs(now) * number / 100)
                    .orElseThrow(() -> refused("review-expected-no-value", written, line));
        }
        boolean share = line.metric().unit() == MetricUnit.SHARE;
        if (unit.isEmpty() == share) {
            throw refused("review-expected-points", written, line);
        }
        return share ? number / 100 : number;
    }

    private static ProblemException refused(String code, String written, Line line) {
        return new ProblemException(Problem.error(code, Location.nowhere())
                .with("value", written)
                .with("metric", line.metric().name()));
    }
}
