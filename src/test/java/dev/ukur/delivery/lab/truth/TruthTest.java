package dev.ukur.delivery.lab.truth;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.lab.truth.TruthRow.Verdict;
import dev.ukur.realdata.Shared;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Every published or independently computed value that lies beside the project is met within its tolerance. */
class TruthTest {

    /**
     * Holt's smoothing without damping on series with a thousand values depends on the optimiser, and the mean of three
     * methods holds it too: these must not be worse than what the competition published.
     */
    private static final Set<String> NOT_WORSE_THAN_PUBLISHED =
            Set.of("m4.Hourly.Holt sMAPE,MASE (n=414)", "m4.Hourly.Com sMAPE,MASE (n=414)");

    private static final String NO_ML = "Ukur keeps the priors of CausalImpact; variances without them are not offered";
    private static final String NO_OLS = "a regression without a drifting level is not offered";
    private static final String NO_REGRESSION =
            "event days are tested by exchanging weeks, not by a regression of log views";
    private static final String NO_INPUT = "its input is not handed over; worked by hand in the test of the class";
    private static final String SIMULATED = "a simulation; LookingDailyTest runs its own";

    /** Families no part of the program computes, with the reason. */
    private static final Map<String, String> FAMILIES_NOT_COMPUTED = Map.of(
            "anomaly", "scores of a benchmark of stream detectors; Ukur judges days by their forecast",
            "eventday_calibration", "rates of simulated years; EventDaysTest simulates its own");

    /** Cases left out of a family, with the reason. */
    private static final Map<String, String> CASES_NOT_COMPUTED = Map.ofEntries(
            Map.entry("attribution / channel order", "a list of names, by which the other cases are ordered"),
            Map.entry(
                    "attribution / markov1.transition start->alpha, eta->conv, alpha->conv (no null)",
                    "inside the chain; base and removal effects follow from it"),
            Map.entry(
                    "clv / cdnow.from_log.max|summary-computed| tx,T (file is rounded to 2 dp)",
                    "a property of the rounded file"),
            Map.entry("impact / ci.google.ML variances (no prior): [pred,sd,effect]", NO_ML),
            Map.entry("impact / ci.arma.ML variances (no prior): [pred,sd,effect]", NO_ML),
            Map.entry("impact / ci.vignette.ML variances (no prior): [pred,sd,effect]", NO_ML),
            Map.entry("impact / ci.google.ols counterfactual effect", NO_OLS),
            Map.entry("impact / ci.arma.ols counterfactual effect", NO_OLS),
            Map.entry("impact / ci.vignette.ols counterfactual effect", NO_OLS),
            Map.entry("impact / event.peyton OLS se", NO_REGRESSION),
            Map.entry("impact / event.peyton Newey-West(14) se", NO_REGRESSION),
            Map.entry("impact / event.small diff, exact permutation p (120 assignments)", NO_INPUT),
            Map.entry("impact / event.small circular-shift p", NO_INPUT),
            Map.entry("proportions / delta ratio clicks/sessions: r, se", NO_INPUT),
            Map.entry("intervals / sMAPE/MASE/MSIS toy", NO_INPUT),
            Map.entry("mmm / meridian geometric normalised, last period", NO_INPUT),
            Map.entry("sequential_calibration / peeking 28 daily looks, fixed z test at 5%: false alarms", SIMULATED),
            Map.entry("sequential_calibration / one look at the end", SIMULATED),
            Map.entry("sequential_calibration / peeking, mSPRT tau=10% of base rate: false alarms", SIMULATED),
            Map.entry(
                    "sequential_calibration / peeking, asymptotic confidence sequence (tuned at half the run): false alarms",
                    SIMULATED),
            Map.entry("sequential_calibration / power at +15% lift within 28 days: mSPRT, fixed end test", SIMULATED));

    private static final Set<String> QUICK = Set.of(
            "proportions",
            "sequential_calibration",
            "special",
            "clv",
            "clv_extra",
            "retention",
            "attribution",
            "intervals",
            "impact",
            "mmm");

    static Set<String> quick() {
        return QUICK;
    }

    @ParameterizedTest
    @MethodSource("quick")
    void each_case_of_a_family_is_within_its_tolerance(String family) {
        check(family);
    }

    /** 414 series of a thousand values, eight methods each. */
    @Test
    @Tag("slow")
    void the_competition_is_met_within_its_tolerance() {
        List<TruthRow> rows = check("forecast");

        JsonNode handover = handover();
        assertThat(rows)
                .filteredOn(row -> NOT_WORSE_THAN_PUBLISHED.contains(row.name()))
                .hasSameSizeAs(NOT_WORSE_THAN_PUBLISHED)
                .allSatisfy(row -> {
                    JsonNode published =
                            handover.get("forecast / " + row.name()).get("published");
                    assertThat(row.ours()).hasSize(published.size());
                    for (int i = 0; i < row.ours().length; i++) {
                        assertThat(row.ours()[i])
                                .as(row.name())
                                .isPositive()
                                .isLessThanOrEqualTo(published.get(i).asDouble());
                    }
                });
    }

    @Test
    void every_family_is_tested_here_or_left_out_with_a_reason() {
        Set<String> families = handover().propertyNames().stream()
                .map(name -> name.split(" / ", 2)[0])
                .collect(Collectors.toSet());

        Set<String> known = new HashSet<>(QUICK);
        known.add("forecast");
        known.addAll(FAMILIES_NOT_COMPUTED.keySet());
        assertThat(families).isEqualTo(known);
    }

    /** As many cases are right as the hand-over holds of the family, less those named above. */
    private static List<TruthRow> check(String family) {
        List<TruthRow> rows = Truth.in(folder()).check(family);
        Set<String> all = handover().propertyNames().stream()
                .filter(name -> name.startsWith(family + " / "))
                .map(name -> name.substring(family.length() + 3))
                .collect(Collectors.toSet());
        Set<String> leftOut = CASES_NOT_COMPUTED.keySet().stream()
                .filter(name -> name.startsWith(family + " / "))
                .map(name -> name.substring(family.length() + 3))
                .collect(Collectors.toSet());

        assertThat(all).isNotEmpty().containsAll(leftOut);
        assertThat(rows)
                .filteredOn(row -> row.verdict() == Verdict.WRONG)
                .extracting(TruthRow::name)
                .allMatch(NOT_WORSE_THAN_PUBLISHED::contains);
        Set<String> computed = rows.stream()
                .filter(row -> row.verdict() != Verdict.NOT_COMPUTED)
                .map(TruthRow::name)
                .collect(Collectors.toSet());
        assertThat(all)
                .filteredOn(name -> !computed.contains(name))
                .as("cases not computed")
                .containsExactlyInAnyOrderElementsOf(leftOut);
        return rows;
    }

    private static Path folder() {
        return Shared.path("truth");
    }

    private static JsonNode handover() {
        return JsonMapper.shared().readTree(folder().resolve("handover.json").toFile());
    }
}
