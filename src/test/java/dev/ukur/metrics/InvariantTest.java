package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds for every question, tried on random ones over random orders and visits. */
class InvariantTest {

    private static final long SEED = 20_261_127L;
    private static final int QUESTIONS = 12;
    private static final LocalDate START = LocalDate.of(2025, 12, 1);
    private static final int DAYS = 120;
    private static final List<String> CHANNELS = List.of("web", "shopee", "tokopedia");
    private static final List<String> ADDITIVE =
            List.of("orders", "revenue", "refunds", "net_revenue", "new_customers");

    @TempDir
    Path folder;

    private final Random random = new Random(SEED);

    @Test
    void parts_sum_to_the_total_a_filter_only_takes_away_and_totals_are_the_total_grain() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(300, "A"));
            Metrics metrics = rows.metrics();
            for (int i = 0; i < QUESTIONS; i++) {
                String metric = ADDITIVE.get(random.nextInt(ADDITIVE.size()));
                Period days = days();
                String where = "sales_channel = '" + CHANNELS.get(random.nextInt(CHANNELS.size())) + "'";
                String told = "seed " + SEED + ": " + metric + " " + days + " where " + where;
                double total = total(metrics.query(MetricQuery.total(metric, days)), metric);
                for (Grain grain : List.of(Grain.DAY, Grain.WEEK, Grain.MONTH)) {
                    assertThat(sum(metrics.query(MetricQuery.series(metric, grain, days)), metric))
                            .as(told + " by " + grain)
                            .isCloseTo(total, within(1e-6));
                }
                MetricQuery byChannel = MetricQuery.total(metric, days).by(List.of("sales_channel"), Grain.MONTH);
                assertThat(sum(metrics.query(byChannel), metric)).as(told).isCloseTo(total, within(1e-6));
                assertThat(total(metrics.query(MetricQuery.total(metric, days).where(Optional.of(where))), metric))
                        .as(told)
                        .isLessThanOrEqualTo(total + 1e-9);
                Display totals =
                        new Display(Optional.empty(), Optional.of(1), Optional.empty(), Optional.empty(), true, false);
                Answer shown = metrics.query(byChannel.display(totals));
                assertThat(sum(shown, metric)).as(told).isCloseTo(total, within(1e-6));
                assertThat((Double) shown.totals().get(0).get(shown.index(metric)))
                        .as(told)
                        .isCloseTo(total, within(1e-6));
            }
        }
    }

    @Test
    void filtered_weeks_sum_to_their_range_and_the_others_are_the_rest_computed_anew() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(300, "A"));
            Metrics metrics = rows.metrics();
            for (int i = 0; i < QUESTIONS; i++) {
                String metric = ADDITIVE.get(random.nextInt(ADDITIVE.size()));
                Period days = days();
                String member = CHANNELS.get(random.nextInt(CHANNELS.size()));
                Optional<String> where = Optional.of("sales_channel = '" + member + "'");
                String told = "seed " + SEED + ": " + metric + " " + days + " where " + where;
                double total = sum(metrics.query(MetricQuery.total(metric, days).where(where)), metric);
                for (Grain grain : List.of(Grain.WEEK, Grain.MONTH)) {
                    Answer parts = metrics.query(
                            MetricQuery.series(metric, grain, days).where(where));
                    assertThat(sum(parts, metric)).as(told + " by " + grain).isCloseTo(total, within(1e-6));
                }
                assertOthersAreTheRest(metrics, MetricQuery.total(metric, days), 1 + random.nextInt(2));
            }
        }
    }

    /** The row of others equals the question asked of all members but those told by name, for ratios too. */
    private static void assertOthersAreTheRest(Metrics metrics, MetricQuery question, int top) {
        for (String metric : List.of(question.metrics().get(0), "aov", "active_customers")) {
            MetricQuery query = MetricQuery.total(metric, question.period().orElseThrow())
                    .by(List.of("sales_channel"), Grain.TOTAL);
            Answer shown = metrics.query(query.display(
                    new Display(Optional.empty(), Optional.of(top), Optional.empty(), Optional.empty(), false, false)));
            List<String> told = IntStream.range(0, shown.rows().size())
                    .mapToObj(row -> (String) shown.rows().get(row).get(0))
                    .filter(name -> !name.equals(ToldMembers.OTHERS))
                    .toList();
            String rest = "not (sales_channel in ('" + String.join("', '", told) + "'))";
            Optional<Double> expected = metrics.query(
                            query.by(List.of(), Grain.TOTAL).where(Optional.of(rest)))
                    .number(0, metric);
            for (int row = 0; row < shown.rows().size(); row++) {
                if (ToldMembers.OTHERS.equals(shown.rows().get(row).get(0))) {
                    assertThat(shown.number(row, metric).orElse(0.0))
                            .as("seed " + SEED + ": " + query + " but " + told)
                            .isCloseTo(expected.orElse(0.0), within(1e-6));
                }
            }
        }
    }

    @Test
    void numbers_before_a_change_are_those_of_the_earlier_days_themselves() {
        try (Rows rows = new Rows(folder)) {
            rows.load("orders", orders(300, "A"));
            Metrics metrics = rows.metrics();
            for (String metric :
                    List.of("orders", "revenue", "aov", "cancel_rate", "active_customers", "repeat_rate")) {
                Period days = days();
                MetricQuery query = MetricQuery.total(metric, days);
                Answer compared = metrics.query(query.display(Display.comparing(Comparison.PREVIOUS)));
                Answer before = metrics.query(MetricQuery.total(metric, days.previous()));
                String told = "seed " + SEED + ": " + metric + " " + days;
                assertThat(compared.number(0, metric))
                        .as(told)
                        .isEqualTo(metrics.query(query).number(0, metric));
                boolean inData = !days.previous().first().isBefore(START);
                assertThat(compared.number(0, metric + "_before"))
                        .as(told)
                        .isEqualTo(inData ? before.number(0, metric) : Optional.empty());
            }
        }
    }

    @Test
    void as_of_gives_what_was_known_then() {
        Instant first = Instant.parse("2026-05-01T00:00:00Z");
        Period days = new Period(START, START.plusDays(DAYS - 1L));
        String then = orders(100, "A");
        Optional<Double> known;
        try (Rows rows = new Rows(folder, Clock.fixed(first, ZoneOffset.UTC))) {
            rows.load("orders", then);
            known = rows.metrics().query(MetricQuery.total("revenue", days)).number(0, "revenue");
        }
        try (Rows rows = new Rows(folder, Clock.fixed(first.plusSeconds(86_400), ZoneOffset.UTC))) {
            rows.load("orders", orders(50, "B"));
            MetricQuery query = MetricQuery.total("revenue", days);
            assertThat(rows.metrics().query(query.asOf(Optional.of(first))).number(0, "revenue"))
                    .as("seed " + SEED)
                    .isEqualTo(known);
            assertThat(total(rows.metrics().query(query), "revenue")).isGreaterThan(known.orElseThrow());
        }
    }

    /** Random orders; the first and the last day have one each, so that all days are spoken of. */
    private String orders(int count, String prefix) {
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,order_id,status,customer_id,sales_channel,total_paid,refund_amount,currency\n");
        for (int i = 0; i < count; i++) {
            int day = i == 0 ? 0 : i == 1 ? DAYS - 1 : random.nextInt(DAYS);
            LocalDate date = START.plusDays(day);
            text.append("shop,%s,%s,%s%d,%s,c%d,%s,%d.50,%d.25,IDR%n"
                    .formatted(
                            date,
                            date,
                            prefix,
                            i,
                            random.nextInt(5) == 0 ? "cancelled" : "paid",
                            random.nextInt(80),
                            CHANNELS.get(random.nextInt(CHANNELS.size())),
                            10 + random.nextInt(1_000),
                            random.nextInt(5)));
        }
        return text.toString();
    }

    private Period days() {
        int from = 30 + random.nextInt(40);
        return new Period(START.plusDays(from), START.plusDays(from + random.nextInt(DAYS - from)));
    }

    private static double total(Answer answer, String metric) {
        return answer.number(0, metric).orElseThrow();
    }

    private static double sum(Answer answer, String metric) {
        double sum = 0;
        for (int row = 0; row < answer.rows().size(); row++) {
            sum += answer.number(row, metric).orElse(0.0);
        }
        return sum;
    }
}
