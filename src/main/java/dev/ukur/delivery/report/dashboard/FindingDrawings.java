package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.FindingWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.delivery.report.chart.Bars;
import dev.ukur.delivery.report.chart.Curve;
import dev.ukur.delivery.report.chart.Curve.Course;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Pictures of the tables of findings, by the table's name; the table stands below each. */
final class FindingDrawings {

    private static final int WIDE = 880;
    private static final int NARROW = 358;
    private static final int WIDE_HEIGHT = 260;
    private static final int NARROW_HEIGHT = 230;

    /** The column whose numbers become bars. */
    private static final Map<String, String> BARS = Map.of(
            "funnel_steps", "persons",
            "funnel_segments", "share_completed",
            "cohort_audiences", "bought_again",
            "clv_audiences", "clv",
            "attribution_stability", "share_completed",
            "behaviour_segments", "share_of_revenue");

    /** Tables with one row a time: a share of those who were there at the beginning. */
    private static final Map<String, Course> CURVES = Map.of("cohort_curve", Course.LINE, "churn_curve", Course.STEPS);

    private final FindingWords words;
    private final MetricNumbers numbers;

    FindingDrawings(Messages say) {
        this.words = new FindingWords(say);
        this.numbers = new MetricNumbers(say.formats());
    }

    Optional<Drawing> of(Evidence table) {
        if (BARS.containsKey(table.name())) {
            return bars(table, column(table, BARS.get(table.name())));
        }
        return CURVES.containsKey(table.name()) ? curve(table, CURVES.get(table.name())) : Optional.empty();
    }

    /** How much of the beginning is left at a step of a funnel. */
    private String part(Evidence table, List<Term> row) {
        int first = column(table, "of_first");
        return first < 0
                ? ""
                : FindingSections.number(row.get(first))
                        .map(share -> " · " + numbers.text(MetricUnit.SHARE, share.value()))
                        .orElse("");
    }

    private static int column(Evidence table, String name) {
        return table.columns().stream().map(Evidence.Column::name).toList().indexOf(name);
    }

    private Optional<Drawing> bars(Evidence table, int column) {
        List<Bars.Bar> bars = new ArrayList<>();
        for (List<Term> row : table.rows()) {
            FindingSections.number(row.get(column))
                    .ifPresent(number -> bars.add(new Bars.Bar(
                            words.term(row.get(0)),
                            number.value(),
                            new Bars.Ends(number.low(), number.high()),
                            words.term(row.get(column)) + part(table, row))));
        }
        Bars drawn = new Bars(words.heading(table), bars);
        return drawn.draw(WIDE).flatMap(wide -> drawn.draw(NARROW).map(narrow -> new Drawing(wide, narrow)));
    }

    /** Time in the first column, the share in the last. */
    private Optional<Drawing> curve(Evidence table, Course course) {
        List<Curve.At> points = new ArrayList<>();
        for (List<Term> row : table.rows()) {
            Optional<Term.Between> time = FindingSections.number(row.get(0));
            FindingSections.number(row.get(row.size() - 1))
                    .ifPresent(share -> points.add(new Curve.At(
                            time.map(Term.Between::value).orElse(0.0), share.low(), share.value(), share.high())));
        }
        Curve drawn = new Curve(
                words.heading(table),
                points,
                course,
                new Curve.Axes(
                        share -> numbers.brief(MetricUnit.SHARE, share),
                        time -> numbers.text(MetricUnit.COUNT, time),
                        words.heading(table.columns().get(0)),
                        share -> numbers.text(MetricUnit.SHARE, share)));
        return drawn.draw(WIDE, WIDE_HEIGHT)
                .flatMap(wide -> drawn.draw(NARROW, NARROW_HEIGHT).map(narrow -> new Drawing(wide, narrow)));
    }
}
