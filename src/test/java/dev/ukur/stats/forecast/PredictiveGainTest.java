package dev.ukur.stats.forecast;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.forecast.KnownRelations.Relation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class PredictiveGainTest {

    private static final List<Integer> LAGS = List.of(1, 2, 3, 4);
    private static final double YEAR = 52.1775;

    @Test
    void a_candidate_that_tells_the_outcome_before_takes_all_the_error_away() {
        SplittableRandom dice = new SplittableRandom(5);
        double[] candidate =
                IntStream.range(0, 120).mapToDouble(t -> dice.nextGaussian()).toArray();
        double[] outcome = IntStream.range(0, 120)
                .mapToDouble(t -> t == 0 ? 0 : 3 * candidate[t - 1])
                .toArray();

        PredictiveGain found =
                PredictiveGain.of(outcome, candidate, sight(120, false)).orElseThrow();

        assertThat(found.gain()).isCloseTo(1, within(1e-6));
        assertThat(found.helps()).isTrue();
        assertThat(found.origins()).isEqualTo(60);
    }

    @Test
    void nothing_is_said_of_short_or_flat_series() {
        double[] some = IntStream.range(0, 60).mapToDouble(t -> t % 7).toArray();
        double[] flat = new double[120];
        double[] moving = IntStream.range(0, 120).mapToDouble(t -> t % 7).toArray();

        assertThat(PredictiveGain.of(some, some, sight(60, false))).isEmpty();
        assertThat(PredictiveGain.of(moving, flat, sight(120, false))).isEmpty();
        assertThat(PredictiveGain.of(flat, moving, sight(120, false))).isEmpty();
    }

    @Test
    void the_same_week_counts_only_for_who_may_look_at_it() {
        KnownRelations weeks = KnownRelations.of(Relation.SAME_WEEK, 156, 0.8, 11);

        assertThat(gain(weeks, false).helps()).isFalse();
        assertThat(gain(weeks, true).helps()).isTrue();
    }

    @Test
    void known_relations_are_told_from_none_in_two_years_of_weeks() {
        calibrate(104, 0.8, 150);
    }

    @Test
    @Tag("slow")
    void known_relations_are_told_from_none_whatever_the_length() {
        calibrate(104, 0.8, 400);
        calibrate(156, 0.6, 400);
        calibrate(156, 0.8, 400);
    }

    /** At least 90 of 100 relations are seen, and at most 5 of 100 are seen where there is none. */
    private static void calibrate(int weeks, double strength, int runs) {
        double seen = 0;
        double invented = 0;
        StringBuilder line = new StringBuilder(weeks + " weeks, strength " + strength + ":");
        for (Relation relation : Relation.values()) {
            long helps = IntStream.range(0, runs)
                    .mapToObj(run -> KnownRelations.of(relation, weeks, strength, 1000L * relation.ordinal() + run))
                    .filter(known ->
                            gain(known, false).helps() || gain(known, true).helps())
                    .count();
            double share = (double) helps / runs;
            seen += relation.helps ? share / 3 : 0;
            invented += relation.helps ? 0 : share / 4;
            line.append(String.format(Locale.ROOT, " %s %.3f", relation, share));
        }
        System.out.printf(Locale.ROOT, "%s%n  seen %.3f, invented %.3f%n", line, seen, invented);

        assertThat(seen).isGreaterThanOrEqualTo(0.9);
        assertThat(invented).isLessThanOrEqualTo(0.05);
    }

    private static PredictiveGain gain(KnownRelations known, boolean together) {
        double[] outcome = Arrays.stream(known.outcome()).map(Math::log).toArray();
        double[] candidate = Arrays.stream(known.candidate()).map(Math::log).toArray();
        return PredictiveGain.of(outcome, candidate, sight(outcome.length, together))
                .orElseThrow();
    }

    private static PredictiveGain.Sight sight(int weeks, boolean together) {
        double[][] controls = IntStream.range(0, weeks)
                .mapToObj(t -> {
                    double angle = 2 * Math.PI * t / YEAR;
                    return new double[] {
                        2.0 * t / weeks - 1, Math.sin(angle), Math.cos(angle), Math.sin(2 * angle), Math.cos(2 * angle)
                    };
                })
                .toArray(double[][]::new);
        return new PredictiveGain.Sight(LAGS, together, controls);
    }
}
