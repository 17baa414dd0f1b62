package dev.ukur.delivery.report;

import dev.ukur.delivery.report.ScorecardView.Drawing;
import dev.ukur.delivery.report.chart.Bars;
import dev.ukur.delivery.report.chart.ContributionBar.Weight;
import dev.ukur.delivery.report.chart.Contributions;
import dev.ukur.delivery.report.chart.Curve;
import dev.ukur.delivery.report.chart.Curve.Course;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Term;
import dev.ukur.model.Direction;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Pictures of the tables of findings, by the table's name; the table stands below each. */
public final class FindingDrawings {

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

    /** The column whose numbers push the whole to one side or the other. */
    private static final String PUSH = "contribution";

    /** Tables with one row a time: a share of those who were there at the beginning. */
    private static final Map<String, Course> CURVES = Map.of("cohort_curve", Course.LINE, "churn_curve", Course.STEPS);

    private final FindingWords words;
    private final MetricNumbers numbers;

    /** @param say the language of names and numbers */
    public FindingDrawings(Messages say) {
        this.words = new FindingWords(say);
        this.numbers = new MetricNumbers(say.formats());
    }

    /** The picture of a table; empty where a picture says no more than the table. */
    public Optional<Drawing> of(Evidence table) {
        if (column(table, PUSH) > 0 && column(table, "before") > 0) {
            return contributions(table);
        }
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
                : number(row.get(first))
                        .map(share -> " · " + numbers.text(MetricUnit.SHARE, share.value()))
                        .orElse("");
    }

    private static int column(Evidence table, String name) {
        return table.columns().stream().map(Evidence.Column::name).toList().indexOf(name);
    }

    private Optional<Drawing> bars(Evidence table, int column) {
        List<List<String>> told = words.rows(table);
        List<Bars.Bar> bars = new ArrayList<>();
        for (int i = 0; i < table.rows().size(); i++) {
            List<Term> row = table.rows().get(i);
            Bars.Row at = new Bars.Row(i, told.get(i).get(0), told.get(i).get(column) + part(table, row));
            number(row.get(column))
                    .ifPresent(number ->
                            bars.add(new Bars.Bar(at, number.value(), new Bars.Ends(number.low(), number.high()))));
        }
        Bars drawn = new Bars(words.heading(table), bars);
        return drawn.draw(WIDE).flatMap(wide -> drawn.draw(NARROW).map(narrow -> new Drawing(wide, narrow)));
    }

    /** Time in the first column, the share in the last. */
    private Optional<Drawing> curve(Evidence table, Course course) {
        List<Curve.At> points = new ArrayList<>();
        for (List<Term> row : table.rows()) {
            Optional<Term.Between> time = number(row.get(0));
            number(row.get(row.size() - 1))
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

    /** A table of drivers ends with the whole, and is a waterfall; one of members has no whole. */
    private Optional<Drawing> contributions(Evidence table) {
        boolean whole = table.name().equals("drivers");
        List<List<String>> told = words.rows(table);
        List<Contributions.Step> steps = IntStream.range(0, table.rows().size() - (whole ? 1 : 0))
                .boxed()
                .flatMap(row -> step(table, row, told.get(row)).stream())
                .toList();
        if (steps.size() < 2) {
            return Optional.empty();
        }
        Contributions drawn = new Contributions(
                said(table, steps),
                whole ? whole(table, table.rows().get(table.rows().size() - 1)) : Optional.empty(),
                steps);
        return drawn.draw(WIDE).flatMap(wide -> drawn.draw(NARROW).map(narrow -> new Drawing(wide, narrow)));
    }

    private String said(Evidence table, List<Contributions.Step> steps) {
        return steps.stream()
                .map(step -> step.row().name() + " " + step.row().words())
                .collect(Collectors.joining(", ", words.heading(table) + ": ", "."));
    }

    private Optional<Contributions.Step> step(Evidence table, int index, List<String> told) {
        int column = column(table, PUSH);
        return number(table.rows().get(index).get(column)).map(push -> {
            Weight weight = switch (Verdict.of(table.better(), push.value())) {
                case BETTER -> Weight.HELPS;
                case WORSE -> Weight.HURTS;
                default -> Weight.UNKNOWN;
            };
            Bars.Row at = new Bars.Row(index, told.get(0), told.get(column));
            return new Contributions.Step(at, place(table, push.value()), weight);
        });
    }

    private Optional<Contributions.Whole> whole(Evidence table, List<Term> row) {
        return total(table, row, "before")
                .flatMap(before -> total(table, row, "after").map(after -> new Contributions.Whole(before, after)));
    }

    private Optional<Contributions.Total> total(Evidence table, List<Term> row, String name) {
        int column = column(table, name);
        return number(row.get(column))
                .map(value -> new Contributions.Total(
                        words.heading(table.columns().get(column)),
                        place(table, value.value()),
                        words.term(row.get(column))));
    }

    /** Right helps: where less is better, the scale runs the other way. */
    private static double place(Evidence table, double value) {
        return table.better() == Direction.DOWN ? -value : value;
    }

    /** The number in a term, with its interval; empty where there is none. */
    public static Optional<Term.Between> number(Term term) {
        if (term instanceof Term.Between between) {
            return Optional.of(between);
        }
        if (term instanceof Term.Amount amount) {
            return Optional.of(new Term.Between(amount.value(), amount.value(), amount.value(), amount.unit()));
        }
        if (term instanceof Term.Growth growth) {
            return Optional.of(new Term.Between(growth.value(), growth.value(), growth.value(), MetricUnit.SHARE));
        }
        return term instanceof Term.Change change
                ? Optional.of(new Term.Between(change.value(), change.value(), change.value(), change.unit()))
                : Optional.empty();
    }
}
