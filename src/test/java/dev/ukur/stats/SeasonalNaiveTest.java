package dev.ukur.stats;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class SeasonalNaiveTest {

    private static final Path M4_HOURLY = Path.of("../shared/truth/data/forecast/m4_hourly.csv.gz");
    private static final int DAY = 24;

    @Test
    void a_season_repeats_and_its_errors_grow_from_season_to_season() {
        // One-season errors: 13 - 10 = 3, 16 - 12 = 4, 18 - 13 = 5, 16 - 16 = 0; their squares sum to 50.
        SeasonalNaive model = SeasonalNaive.fit(new double[] {10, 12, 13, 16, 18, 16}, 2);

        double sd = Math.sqrt(50 / 4.0);
        assertThat(IntStream.rangeClosed(1, 5).mapToObj(model::forecast))
                .usingElementComparator((a, b) -> a.mean() == b.mean() && Math.abs(a.sd() - b.sd()) < 1e-12 ? 0 : 1)
                .containsExactly(
                        new Normal(18, sd),
                        new Normal(16, sd),
                        new Normal(18, sd * Math.sqrt(2)),
                        new Normal(16, sd * Math.sqrt(2)),
                        new Normal(18, sd * Math.sqrt(3)));
    }

    @Test
    void a_season_of_one_is_a_random_walk() {
        SeasonalNaive model = SeasonalNaive.fit(new double[] {1, 4, 0}, 1);

        assertThat(model.forecast(4).mean()).isZero();
        assertThat(model.forecast(4).sd()).isCloseTo(Math.sqrt(12.5) * 2, within(1e-12));
    }

    @Test
    void steady_growth_is_an_error_of_the_method_and_widens_the_interval() {
        assertThat(SeasonalNaive.fit(new double[] {1, 2, 3, 4}, 1).residualSd()).isEqualTo(1);
    }

    @Test
    void a_series_no_longer_than_its_season_is_refused() {
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonalNaive.fit(new double[] {1, 2}, 2));
        assertThatIllegalArgumentException().isThrownBy(() -> SeasonalNaive.fit(new double[] {1, 2}, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SeasonalNaive.fit(new double[] {1, 2}, 1).forecast(0));
    }

    /** Published in the M4 evaluation workbook: Naive MSIS 71.245, ACD .011; seasonal Naive MASE 1.193. */
    @Test
    void the_published_scores_of_the_m4_hourly_series_are_reproduced() {
        assumeThat(M4_HOURLY).as("reference data beside the project").exists();
        List<double[]> scores = hourly().map(SeasonalNaiveTest::scores).toList();

        assertThat(scores).hasSize(414);
        assertThat(mean(scores, 0)).as("MSIS of naive").isCloseTo(71.2450, within(0.001));
        assertThat(Math.abs(mean(scores, 1) - 0.95)).as("ACD of naive").isCloseTo(0.0115, within(0.0001));
        assertThat(mean(scores, 2)).as("MASE of seasonal naive").isCloseTo(1.1932, within(0.0001));
    }

    private static double[] scores(Series series) {
        double scale = IntStream.range(DAY, series.train.length)
                .mapToDouble(t -> Math.abs(series.train[t] - series.train[t - DAY]))
                .average()
                .orElseThrow();
        SeasonalNaive naive = SeasonalNaive.fit(series.train, 1);
        SeasonalNaive seasonal = SeasonalNaive.fit(series.train, DAY);
        double msis = 0;
        double covered = 0;
        double error = 0;
        for (int h = 1; h <= series.test.length; h++) {
            double actual = series.test[h - 1];
            double low = naive.forecast(h).quantile(0.025);
            double high = naive.forecast(h).quantile(0.975);
            msis += high - low + 2 / 0.05 * (Math.max(low - actual, 0) + Math.max(actual - high, 0));
            covered += actual >= low && actual <= high ? 1 : 0;
            error += Math.abs(actual - seasonal.forecast(h).mean());
        }
        int steps = series.test.length;
        return new double[] {msis / steps / scale, covered / steps, error / steps / scale};
    }

    private static double mean(List<double[]> scores, int which) {
        return scores.stream().mapToDouble(score -> score[which]).average().orElseThrow();
    }

    private static Stream<Series> hourly() {
        Map<String, double[]> train = new HashMap<>();
        List<Series> series = new ArrayList<>();
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(M4_HOURLY)), StandardCharsets.UTF_8))) {
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(parts -> {
                double[] values = Stream.of(parts[2].split(";", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (parts[1].equals("train")) {
                    train.put(parts[0], values);
                } else {
                    series.add(new Series(train.get(parts[0]), values));
                }
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return series.stream();
    }

    private static final class Series {
        private final double[] train;
        private final double[] test;

        Series(double[] train, double[] test) {
            this.train = train;
            this.test = test;
        }
    }
}
