package dev.ukur.kpis;

import static dev.ukur.kpis.FakeMetrics.define;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Need;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The way to a target follows the time of year once two years have shown it. */
class ShapedPathTest {

    private static final LocalDate FIRST = LocalDate.of(2023, 1, 1);
    private static final Period OCTOBER = Grain.MONTH.around(LocalDate.of(2025, 10, 1));
    private static final LocalDate KNOWN = LocalDate.of(2025, 11, 30);

    private final FakeMetrics metrics = new FakeMetrics()
            .metric(define("orders", MetricUnit.COUNT, Direction.UP, Role.OUTCOME))
            .metric(define("rate", MetricUnit.SHARE, Direction.UP, Role.OUTCOME));

    /** A day of December brings twice what others bring. Of what 2026 needs, it must bring 62 of 396 parts. */
    @Test
    void december_must_bring_what_december_brings() {
        days(day -> day.getMonth() == Month.DECEMBER ? 20 : 10);

        Line line =
                line(orders().sum("3960", Form.LEVEL, Grain.YEAR, "2026-12-31").goal());

        List<Need> needs = line.context().pace().orElseThrow().needs();
        assertThat(needs).hasSize(12);
        assertThat(needs.get(11).value()).isCloseTo(620, within(25.0));
        assertThat(needs.get(4).value()).isCloseTo(310, within(20.0));
    }

    /** From 300 in an ordinary month to 680 in a double December is a tenth more; November 2025 is half way. */
    @Test
    void the_way_to_a_level_is_measured_without_the_season_and_told_with_it() {
        days(day -> day.getMonth() == Month.DECEMBER ? 20 : 10);

        Line november = line(orders().baseline("2025-10-01", "2025-10-31")
                .target("682", Form.LEVEL, "2025-12-31")
                .goal());
        Line straight = line(orders().baseline("2025-10-01", "2025-10-31")
                .straight("682", "2025-12-31")
                .goal());

        // 10.5 on each of 30 days; in a straight line it would be half way from 310 to 682.
        assertThat(november.context().path().orElseThrow()).isCloseTo(315, within(12.0));
        assertThat(straight.context().path().orElseThrow()).isGreaterThan(450);
    }

    /** The odds double every December: the share to be reached then is half that elsewhere. */
    @Test
    void a_rate_has_a_time_of_year_too() {
        Double[] rates = IntStream.range(0, 35)
                .mapToObj(i -> FIRST.plusMonths(i).getMonth() == Month.DECEMBER ? 0.2 : 1 / 9.0)
                .toArray(Double[]::new);
        metrics.values("rate", Grain.MONTH, FIRST, rates).total("rate", OCTOBER, 1 / 9.0);

        Line line = line(Goals.measuring("rate")
                .factors()
                .baseline("2025-10-01", "2025-10-31")
                .target("0.2", Form.LEVEL, "2025-12-31")
                .goal());

        // The target asks for no more than December's usual: November should have been as ever.
        assertThat(line.context().path().orElseThrow()).isCloseTo(1 / 9.0, within(0.004));
    }

    @Test
    void years_that_do_not_agree_show_no_season() {
        Random dice = new Random(5);
        days(day -> 10 + dice.nextInt(5));

        Line line =
                line(orders().sum("4380", Form.LEVEL, Grain.YEAR, "2026-12-31").goal());

        assertThat(line.context().pace().orElseThrow().needs())
                .allSatisfy(
                        need -> assertThat(need.value() / need.period().days()).isCloseTo(12, within(0.9)));
    }

    private interface Brings {
        double on(LocalDate day);
    }

    private void days(Brings brings) {
        double[] days =
                FIRST.datesUntil(KNOWN.plusDays(1)).mapToDouble(brings::on).toArray();
        Double[] months = IntStream.range(0, 35)
                .mapToObj(i -> {
                    LocalDate month = FIRST.plusMonths(i);
                    int from = (int) (month.toEpochDay() - FIRST.toEpochDay());
                    return java.util.Arrays.stream(days, from, from + month.lengthOfMonth())
                            .sum();
                })
                .toArray(Double[]::new);
        metrics.values("orders", Grain.MONTH, FIRST, months)
                .days("orders", FIRST, days)
                .completeUntil("orders", KNOWN);
    }

    private static Goals orders() {
        return Goals.measuring("orders").factors();
    }

    private Line line(Goal goal) {
        return new ScorecardBuilder(metrics, LocalDate.of(2025, 12, 1))
                .build(List.of(goal), Optional.empty())
                .kpis()
                .get(0);
    }
}
