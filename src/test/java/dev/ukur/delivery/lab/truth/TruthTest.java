package dev.ukur.delivery.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.lab.truth.TruthRow.Verdict;
import dev.ukur.realdata.Shared;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every published or independently computed value that lies beside the project is met within its tolerance. */
class TruthTest {

    /** With the number of cases that must be computed: what is left out is seen. */
    @ParameterizedTest
    @CsvSource({
        "proportions, 40",
        "sequential_calibration, 5",
        "special, 17",
        "clv, 34",
        "clv_extra, 1",
        "retention, 16",
        "attribution, 25",
        "forecast, 28",
        "intervals, 3",
        "impact, 6",
    })
    void each_case_of_a_family_is_within_its_tolerance(String family, int computed) {
        List<TruthRow> rows = Truth.in(Shared.path("truth")).check(family);

        assertThat(rows).filteredOn(row -> row.verdict() == Verdict.WRONG).isEmpty();
        assertThat(rows)
                .filteredOn(row -> row.verdict() == Verdict.RIGHT)
                .as("computed: not %s", rows.stream().filter(row -> row.verdict() == Verdict.NOT_COMPUTED).toList())
                .hasSizeGreaterThanOrEqualTo(computed);
    }
}
