package dev.ukur.kpis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target.Form;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetLevelTest {

    private final Problems problems = new Problems();

    @ParameterizedTest
    @CsvSource({
        "COUNT, 700, LEVEL, , 700",
        "SHARE, 0.035, LEVEL, , 0.035",
        "SHARE, 1, LEVEL, , 1",
        "SHARE, 0.035, PERCENT, , 0.035",
        "COUNT, 0.25, CHANGE, 200, 250",
        "SHARE, -0.5, CHANGE, 0.04, 0.02",
    })
    void a_target_is_a_level_or_a_change_of_the_baseline(
            MetricUnit unit, String written, Form form, Double baseline, double level) {
        assertThat(level(unit, written, form, Optional.ofNullable(baseline))).contains(level);
        assertThat(problems.list()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "COUNT, 0.05, PERCENT, 200, kpi-target-percent",
        "SHARE, 3.5, LEVEL, 0.03, kpi-target-share",
        "COUNT, 0.25, CHANGE, , kpi-target-needs-baseline",
        "MONEY, 0.25, CHANGE, 0, kpi-target-needs-baseline",
        "MONEY, 0.25, CHANGE, -10, kpi-target-needs-baseline",
    })
    void a_target_that_cannot_be_understood_is_not_guessed(
            MetricUnit unit, String written, Form form, Double baseline, String code) {
        assertThat(level(unit, written, form, Optional.ofNullable(baseline))).isEmpty();
        assertThat(problems.list()).extracting(Problem::code).containsExactly(code);
    }

    private Optional<Double> level(MetricUnit unit, String written, Form form, Optional<Double> baseline) {
        Metric metric = FakeMetrics.define("m", unit, Direction.UP, Role.OUTCOME);
        Goal goal = Goals.measuring("m").target(written, form, "2026-12-31").goal();
        Value from = new Value(baseline, Optional.empty(), Optional.empty());
        return new TargetLevel(goal, metric).of(goal.kpi().targets().get(0), from, problems);
    }
}
