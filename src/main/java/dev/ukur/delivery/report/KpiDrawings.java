package dev.ukur.delivery.report;

import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.delivery.report.chart.TargetLine;
import dev.ukur.delivery.report.chart.TargetLine.Band;
import dev.ukur.delivery.report.chart.TargetLine.Labelled;
import dev.ukur.delivery.report.chart.Trend;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Pace;
import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.kpis.Scorecard.Sum;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The two charts of a KPI, each drawn for wide and for narrow screens. */
final class KpiDrawings {

    private static final int WIDE_LINE = 262;
    private static final int WIDE_TREND = 212;
    private static final int NARROW = 358;
    private static final int WIDE_TREND_HEIGHT = 122;
    private static final int NARROW_TREND_HEIGHT = 112;

    private final Messages say;
    private final MetricNumbers numbers;
    private final Line line;
    private final KpiWords words;

    KpiDrawings(Messages say, Line line, KpiWords words) {
        this.say = say;
        this.numbers = new MetricNumbers(say.formats());
        this.line = line;
        this.words = words;
    }

    /** The line towards the target; empty when there is no number now, or nothing to hold it against. */
    Optional<Drawing> towardsTarget() {
        if (line.now().value().isEmpty()
                || line.targetValue().isEmpty() && line.baseline().value().isEmpty()) {
            return Optional.empty();
        }
        TargetLine chart = new TargetLine(
                lineFinding(),
                line.metric().direction() == Direction.DOWN,
                line.context().sum().map(Sum::soFar).orElse(line.now().value().get()),
                start(),
                line.targetValue().map(value -> new Labelled(value, words.label("target", value))),
                line.forecast().map(forecast -> new Band(forecast.low(), forecast.value(), forecast.high())));
        return Optional.of(new Drawing(chart.draw(WIDE_LINE), chart.draw(NARROW)));
    }

    /** Where the way begins: at the baseline; of a target that is a sum at what should be there by now. */
    private Optional<Labelled> start() {
        return line.context().sum().isPresent()
                ? line.context().pace().map(Pace::onPath).map(value -> new Labelled(value, words.label("path", value)))
                : line.baseline().value().map(value -> new Labelled(value, words.label("baseline", value)));
    }

    /** The complete periods; empty when none has a value. */
    Optional<Drawing> trend() {
        if (line.trend().isEmpty()) {
            return Optional.empty();
        }
        Point first = line.trend().get(0);
        Point last = line.trend().get(line.trend().size() - 1);
        Trend chart = new Trend(
                trendFinding(last),
                line.trend().stream().map(Point::value).toList(),
                new Trend.Ends(say.formats().tick(first.period()), say.formats().tick(last.period())),
                line.periodTarget(),
                line.provisional(),
                value -> numbers.brief(unit(), value));
        return chart.draw(WIDE_TREND, WIDE_TREND_HEIGHT)
                .flatMap(wide -> chart.draw(NARROW, NARROW_TREND_HEIGHT).map(narrow -> new Drawing(wide, narrow)));
    }

    private String lineFinding() {
        return say.text(
                "page.target.finding",
                Map.of(
                        "metric", words.metric(),
                        "now", words.now(),
                        "baseline", words.baseline(),
                        "target", words.target(),
                        "forecast", words.forecast().orElse("–")));
    }

    private String trendFinding(Point last) {
        List<Double> known = line.trend().stream()
                .map(Point::value)
                .flatMap(Optional::stream)
                .sorted()
                .toList();
        return say.text(
                "page.trend.finding",
                Map.of(
                        "metric", words.metric(),
                        "count", line.trend().size(),
                        "period", last.period(),
                        "low", number(known.isEmpty() ? Optional.empty() : Optional.of(known.get(0))),
                        "high", number(known.isEmpty() ? Optional.empty() : Optional.of(known.get(known.size() - 1))),
                        "last", number(last.value())));
    }

    private String number(Optional<Double> value) {
        return numbers.text(unit(), value.orElse(null));
    }

    private MetricUnit unit() {
        return line.metric().unit();
    }
}
