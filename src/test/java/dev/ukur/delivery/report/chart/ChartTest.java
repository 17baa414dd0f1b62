package dev.ukur.delivery.report.chart;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.delivery.report.chart.ContributionBar.Weight;
import dev.ukur.delivery.report.chart.Svg.Point;
import dev.ukur.delivery.report.chart.TargetLine.Labelled;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChartTest {

    /** The line runs along the level at first, then far below it: there is room for the label on the right only. */
    @Test
    void the_label_of_a_level_stands_where_the_line_leaves_it_room() {
        List<Optional<Point>> line = List.of(
                Optional.of(new Point(50, 100)),
                Optional.of(new Point(200, 100)),
                Optional.of(new Point(201, 190)),
                Optional.of(new Point(400, 190)));
        Point place = LevelLabel.place(50, 100, 60, line);
        assertThat(place.x()).isBetween(201.0, 400.0 - 60);
        assertThat(place.y()).isLessThan(100);
    }

    @Test
    void right_is_better_also_for_a_metric_that_should_fall() {
        assertThat(dot(line(false, 8, 5, 10))).isGreaterThan(131);
        assertThat(dot(line(true, 8, 10, 5))).isLessThan(131);
        assertThat(dot(line(true, 6, 10, 5))).isGreaterThan(131);
    }

    @Test
    void a_line_of_one_single_value_is_drawn_in_the_middle() {
        TargetLine still =
                new TargetLine("f", false, 0, Optional.of(new Labelled(0, "a")), Optional.empty(), Optional.empty());
        assertThat(dot(still.draw(262))).isCloseTo(131, within(0.1));
    }

    @Test
    void findings_and_labels_are_escaped() {
        TargetLine chart = new TargetLine(
                "<a> \"b\"", false, 1, Optional.of(new Labelled(2, "<script>")), Optional.empty(), Optional.empty());
        assertThat(chart.draw(262))
                .contains("aria-label=\"&lt;a&gt; &quot;b&quot;\"")
                .contains(">&lt;script&gt;</text>")
                .doesNotContain("<script>");
    }

    /** 880 wide leaves 500 between names and numbers: a quarter of the most, 8, is 125 long; its interval is 62.5 to 250. */
    @Test
    void bars_begin_at_zero_and_end_at_their_share_of_the_highest_interval() {
        Bars bars = new Bars(
                "f",
                List.of(
                        new Bars.Bar(new Bars.Row(0, "a", "dua"), 2, new Bars.Ends(1, 4)),
                        new Bars.Bar(new Bars.Row(1, "b", "tujuh"), 7, new Bars.Ends(6, 8))));
        assertThat(bars.draw(880).orElseThrow())
                .contains("x=\"190\" y=\"4\" width=\"125\"", "M252.5 12L440 12")
                .contains(">dua</text>", ">tujuh</text>");
        assertThat(new Bars("f", List.of(new Bars.Bar(new Bars.Row(0, "a", "0"), 0, new Bars.Ends(0, 0)))).draw(880))
                .isEmpty();
    }

    /** The second row of the table has no number, so it has no bar; the bars of 7 end at 190 + 7 / 7 * 500 and 190 + 3.5 / 7 * 500. */
    @Test
    void a_bar_knows_the_row_of_the_table_that_it_draws() {
        Bars bars = new Bars(
                "f",
                List.of(
                        new Bars.Bar(new Bars.Row(0, "a", "7"), 7, new Bars.Ends(7, 7)),
                        new Bars.Bar(new Bars.Row(2, "c", "3,5"), 3.5, new Bars.Ends(3.5, 3.5))));
        assertThat(bars.draw(880).orElseThrow()).contains(" data-spots=\"0 690 12,2 440 42\"");
        Contributions pushes = new Contributions(
                "f",
                Optional.empty(),
                List.of(
                        new Contributions.Step(new Bars.Row(1, "b", "+1"), 1, Weight.HELPS),
                        new Contributions.Step(new Bars.Row(4, "e", "−1"), -1, Weight.HURTS)));
        assertThat(pushes.draw(880).orElseThrow()).containsPattern(" data-spots=\"1 [\\d.]+ 6,4 [\\d.]+ 32\"");
    }

    /**
     * From 100 to 110 by +30 and -20: the places 100 to 130, padded by 1.2 at both ends, over 520 of 880 units.
     * The first bar begins at 250 + 1.2 / 32.4 * 520 and is 30 / 32.4 * 520 long, the second ends where the first does.
     */
    @Test
    void a_waterfall_begins_each_bar_where_the_one_above_ended() {
        Contributions.Whole whole = new Contributions.Whole(
                new Contributions.Total("Sebelum", 100, "100"), new Contributions.Total("Sesudah", 110, "110"));
        String drawn = new Contributions(
                        "f",
                        Optional.of(whole),
                        List.of(
                                new Contributions.Step(new Bars.Row(0, "Kunjungan", "+30"), 30, Weight.HELPS),
                                new Contributions.Step(new Bars.Row(1, "Konversi", "−20"), -20, Weight.HURTS)))
                .draw(880)
                .orElseThrow();
        assertThat(drawn)
                .contains("class=\"f-good\" x=\"269.3\" y=\"32\" width=\"481.5\"")
                .contains("class=\"f-bad\" x=\"429.8\" y=\"58\" width=\"321\"")
                .contains(">Sebelum</text>", ">−20</text>", "data-spots=\"0 750.7 32,1 429.8 58\"");
    }

    @Test
    void parts_without_a_whole_begin_at_one_axis_and_nothing_that_pushes_is_not_drawn() {
        String drawn = new Contributions(
                        "f",
                        Optional.empty(),
                        List.of(
                                new Contributions.Step(new Bars.Row(0, "a", "+1"), 1, Weight.HELPS),
                                new Contributions.Step(new Bars.Row(1, "b", "−1"), -1, Weight.UNKNOWN)))
                .draw(358)
                .orElseThrow();
        // 354 units for -1 to 1, padded by 0.08 at both ends: the axis in the middle, each bar 1 / 2.16 of the width
        assertThat(drawn)
                .contains("class=\"axis\" d=\"M179 0L179 88\"")
                .contains("class=\"f-good\" x=\"179\" y=\"22\" width=\"163.9\"")
                .contains("class=\"f-bar\" x=\"15.1\" y=\"66\" width=\"163.9\"");
        assertThat(new Contributions(
                                "f",
                                Optional.empty(),
                                List.of(new Contributions.Step(new Bars.Row(0, "a", "0"), 0, Weight.UNKNOWN)))
                        .draw(358))
                .isEmpty();
    }

    /** 168 wide leaves 100, 150 high leaves 100: half of those at time 0 are left at time 1, at half of the width. */
    @Test
    void a_curve_of_steps_holds_its_value_until_the_next() {
        Curve curve = new Curve(
                "f",
                List.of(new Curve.At(0, 1, 1, 1), new Curve.At(1, 0.4, 0.5, 0.6), new Curve.At(2, 0.4, 0.5, 0.6)),
                Curve.Course.STEPS,
                new Curve.Axes(String::valueOf, String::valueOf, "bulan", String::valueOf));
        assertThat(curve.draw(168, 150).orElseThrow()).contains("d=\"M52 14L102 14L102 64L152 64L152 64\"");
    }

    @Test
    void no_data_is_a_gap_and_never_a_zero() {
        String drawn = trend(List.of(Optional.of(1.0), Optional.of(2.0), Optional.empty(), Optional.of(3.0)), false)
                .draw(212, 122)
                .orElseThrow();
        // 144 units of width for three steps: the second point at 94, none at 142, the last at 190.
        assertThat(paths(drawn)).hasSize(1).first().asString().matches("M46 [0-9.]+L94 [0-9.]+");
        assertThat(drawn).contains("cx=\"190\"").doesNotContain("142 ");
    }

    @Test
    void a_provisional_last_period_is_dotted_and_hollow() {
        String drawn = trend(List.of(Optional.of(1.0), Optional.of(2.0)), true)
                .draw(212, 122)
                .orElseThrow();
        assertThat(drawn).contains("class=\"l-now l-now--open\"").contains("class=\"s-ring\"");
    }

    @Test
    void nothing_is_drawn_when_nothing_is_known() {
        assertThat(trend(List.of(Optional.empty(), Optional.empty()), false).draw(212, 122))
                .isEmpty();
    }

    @Test
    void noise_is_not_magnified() {
        Scale scale = Scale.over(List.of(100.0, 101.0), 0.2, 0, 100);
        assertThat(scale.high() - scale.low()).isCloseTo(20.1, within(1e-9));
        assertThat(scale.at(101) - scale.at(100)).isCloseTo(100 / 20.1, within(1e-9));
    }

    @Test
    void grid_lines_are_few_and_round() {
        assertThat(new Scale(980, 1_353, 0, 1).ticks()).containsExactly(1_000.0, 1_100.0, 1_200.0, 1_300.0);
        assertThat(new Scale(0.02, 0.0229, 0, 1).ticks()).hasSizeBetween(1, 4);
    }

    @Test
    void a_driver_that_helps_points_right_and_one_that_hurts_left() {
        assertThat(new ContributionBar(1, Weight.HELPS).draw())
                .contains("class=\"f-good\" x=\"24\"")
                .contains("width=\"23\"");
        assertThat(new ContributionBar(-0.5, Weight.HURTS).draw())
                .contains("class=\"f-bad\" x=\"12.5\"")
                .contains("width=\"11.5\"");
    }

    private static String line(boolean lowerIsBetter, double now, double baseline, double target) {
        return new TargetLine(
                        "f",
                        lowerIsBetter,
                        now,
                        Optional.of(new Labelled(baseline, "b")),
                        Optional.of(new Labelled(target, "t")),
                        Optional.empty())
                .draw(262);
    }

    private static Trend trend(List<Optional<Double>> values, boolean provisional) {
        return new Trend("f", values, new Trend.Ends("a", "b"), Optional.empty(), provisional, Double::toString);
    }

    private static double dot(String svg) {
        Matcher matcher = Pattern.compile("cx=\"([0-9.]+)\"").matcher(svg);
        assertThat(matcher.find()).isTrue();
        return Double.parseDouble(matcher.group(1));
    }

    private static List<String> paths(String svg) {
        return Pattern.compile("class=\"l-now\" d=\"([^\"]+)\"")
                .matcher(svg)
                .results()
                .map(result -> result.group(1))
                .toList();
    }
}
