package dev.ukur.delivery.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LabTest {

    @TempDir
    Path folder;

    @Test
    void a_share_has_its_intervals() throws IOException {
        JsonNode row =
                answer("wilson", "successes,trials\n81,263\n").get("rows").get(0);

        assertThat(row.get("share").asDouble()).isCloseTo(81 / 263.0, within(1e-12));
        assertThat(row.get("wilson_low").asDouble()).isCloseTo(0.2553, within(0.00005));
        assertThat(row.get("wilson_high").asDouble()).isCloseTo(0.3662, within(0.00005));
    }

    @Test
    void credits_of_every_model_sum_to_the_conversions() throws IOException {
        JsonNode answer = answer(
                "attribution", "path,conversions,value,nulls\na > b > c,3,30,1\na,1,5,4\nb > c,0,0,2\nc > a,2,8,0\n");

        assertThat(answer.get("credits").properties()).hasSize(11).allSatisfy(model -> {
            double sum = 0;
            for (JsonNode credit : model.getValue().get("conversions")) {
                sum += credit.asDouble();
            }
            assertThat(sum).as(model.getKey()).isCloseTo(6, within(1e-12));
        });
    }

    @Test
    void a_budget_is_divided_by_equal_marginal_returns() throws IOException {
        JsonNode channels = answer("allocate", "channel,b,k\nx,50,10\ny,30,5\nz,20,2\n", Map.of("--budget", "60"))
                .get("channels");

        assertThat(channels.get(0).get("spend").asDouble()).isCloseTo(28.5, within(1e-6));
        assertThat(channels.get(2).get("spend").asDouble()).isCloseTo(13.4, within(1e-6));
    }

    @Test
    void the_factors_of_a_product_take_all_of_its_change() throws IOException {
        JsonNode answer = answer("product", "part,before,after\nvisits,1000,1200\nrate,0.02,0.018\nbasket,50,55\n");

        // 1000 x 0.02 x 50 = 1000 and 1200 x 0.018 x 55 = 1188; a factor's part is (1188 - 1000) / ln 1.188 times ln of
        // its ratio
        assertThat(answer.get("change").asDouble()).isCloseTo(188, within(1e-9));
        assertThat(answer.get("parts").get(0).get("log_mean").asDouble())
                .isCloseTo(188 / Math.log(1.188) * Math.log(1.2), within(1e-9));
        for (String method : new String[] {"log_mean", "shapley"}) {
            double sum = 0;
            for (JsonNode part : answer.get("parts")) {
                sum += part.get(method).asDouble();
            }
            assertThat(sum).as(method).isCloseTo(188, within(1e-9));
        }
    }

    @Test
    void a_rate_that_only_shifts_between_segments_is_mix() throws IOException {
        JsonNode answer = answer(
                "mix",
                "segment,volume_before,volume_after,rate_before,rate_after\nmobile,600,800,0.01,0.01\ndesktop,400,200,0.04,0.04\n");

        // 600 x 0.01 + 400 x 0.04 = 22 and 800 x 0.01 + 200 x 0.04 = 16: six fewer, all of them because visits moved
        assertThat(answer.get("change").asDouble()).isCloseTo(-6, within(1e-12));
        assertThat(answer.get("volume").asDouble()).isZero();
        double mix = 0;
        for (JsonNode segment : answer.get("segments")) {
            mix += segment.get("mix").asDouble();
            assertThat(segment.get("rate").asDouble()).isZero();
        }
        assertThat(mix).isCloseTo(-6, within(1e-12));
    }

    @Test
    void a_planted_response_to_spend_is_found() throws IOException {
        StringBuilder file = new StringBuilder("date,spend,response,price\n");
        for (int week = 0; week < 60; week++) {
            double spend = 40 + 30 * Math.sin(week) + 5 * (week % 4);
            double price = 10 + week % 5;
            // k = mean spend, no after-effect: a point of the grid, so that the fit can be exact
            file.append("w").append(week).append(',').append(spend).append(',');
            file.append(200 + 80 * Math.log1p(spend / 47.5) - 3 * price)
                    .append(',')
                    .append(price)
                    .append('\n');
        }

        JsonNode answer = answer("response", file.toString());

        assertThat(answer.get("sure").asBoolean()).isTrue();
        assertThat(answer.get("theta").asDouble()).isZero();
        double spend = answer.get("mean_spend").asDouble();
        assertThat(answer.get("marginal").asDouble()).isCloseTo(80 / (47.5 + spend), within(0.01));
    }

    @Test
    void customers_who_never_come_back_are_no_fit() throws IOException {
        assertThat(answer("bgnbd", "x,t_x,t\n0,0,10\n0,0,12\n")
                        .get("degenerate")
                        .asString())
                .isEqualTo("nothing_happened");
    }

    /** Each line: the model, the file (| for a new line), the problem. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "wilson; successes,trials|5,4; stats-more-than-trials",
                "wilson; successes|5; stats-no-column",
                "wilson; successes,trials|5,x; stats-cell-not-a-number",
                "wilson; successes,trials|5,0; stats-cell-not-positive",
                "wilson; successes,trials|1,5,10; stats-row-width",
                "wilson; successes,trials; stats-empty-file",
                "bgnbd; x,t_x,t|2,40,30; stats-history",
                "bgnbd; x,t_x,t|1.5,3,30; stats-cell-no-count",
                "bh; p|1.5; stats-cell-no-share",
                "response; spend,response|5,7|5,8; stats-cannot-response",
                "mix; segment,volume_before,volume_after,rate_before,rate_after|a,0,5,1,1; stats-cannot-mix",
                "product; part,before,after|,1,2; stats-cell-empty",
                "kaplanmeier; time,event|3,2; stats-cell-no-flag",
                "attribution; path,conversions|,3; stats-cell-empty",
                "allocate; channel,b,k|x,1,1; stats-option-needed",
                "logrank; time,event,group|1,0,a|2,0,b; stats-cannot-logrank",
                "ratio; x,y|1,2; stats-cannot-ratio",
                "welch; value,group|1,a|2,a; stats-cannot-welch",
                "samplesize; base,lift|0.6,1; stats-cannot-samplesize",
                "sbg; survivors|10|8; stats-cannot-sbg",
                "sbg; survivors|10|8|9; stats-cannot-sbg",
                "attribution; path,conversions|a,0; stats-cannot-attribution",
                "permutation; value,event|1,0|2,0; stats-cannot-permutation",
                "eventdays; value,event|1,0|2,1; stats-cannot-eventdays",
                "forecast; value|1|2; stats-cannot-forecast",
                "attribution; path,conversions|a > > b,3; stats-path",
            })
    void what_is_wrong_is_named(String model, String file, String code) {
        assertThatThrownBy(() -> answer(model, file.replace('|', '\n')))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problems())
                                .singleElement()
                                .satisfies(problem -> assertThat(problem.code()).isEqualTo(code)));
    }

    @Test
    void every_model_says_in_both_languages_which_columns_it_reads() {
        for (Language language : Language.values()) {
            for (String model : Lab.MODELS) {
                assertThat(Messages.of(language).text("stats.model." + model))
                        .contains("\n  ")
                        .doesNotContain("stats.model");
            }
        }
    }

    /** The reasons stand in the texts of both languages, never in the words of an exception. */
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "impact; y|1|2|3; --before; 2; stats-cannot-impact",
                "did; treated,control|1,2|2,3|3,4; --before; 2; stats-cannot-did",
                "allocate; channel,b,k,most|x,1,1,5; --budget; 9; stats-cannot-allocate",
            })
    void what_an_option_asks_too_much_of_is_named(String model, String file, String option, String value, String code) {
        assertThatThrownBy(() -> answer(model, file.replace('|', '\n'), Map.of(option, value)))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problems().get(0).code()).isEqualTo(code);
                    assertThat(e.problems().get(0).facts()).doesNotContainKey("reason");
                    for (Language language : Language.values()) {
                        assertThat(Messages.of(language).sentence(e.problems().get(0)))
                                .contains(model)
                                .doesNotContain("problem.", "{");
                    }
                });
    }

    @Test
    void rows_at_fault_are_told_by_their_line() {
        assertThatThrownBy(() -> answer("wilson", "successes,trials\n1,2\nx,2\n1,2\ny,2\n"))
                .isInstanceOfSatisfying(ProblemException.class, e -> {
                    assertThat(e.problems().get(0).facts()).containsEntry("rows", "3, 5");
                    assertThat(e.problems().get(0).at().line()).isEqualTo(3);
                });
    }

    private JsonNode answer(String model, String csv) throws IOException {
        return answer(model, csv, Map.of());
    }

    private JsonNode answer(String model, String csv, Map<String, String> options) throws IOException {
        Path file = Files.writeString(folder.resolve("data.csv"), csv);
        return JsonMapper.shared()
                .readTree(Lab.answer(model, Table.read(file), new Settings(options))
                        .orElseThrow());
    }
}
