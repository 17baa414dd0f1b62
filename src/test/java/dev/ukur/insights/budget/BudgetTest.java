package dev.ukur.insights.budget;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BudgetTest {

    private static final LocalDate FIRST = LocalDate.of(2025, 1, 6);
    private static final int WEEKS = 80;

    @TempDir
    Path folder;

    /** Search brings 4 times what display brings for the same money, so money goes from display to search. */
    @Test
    void money_moves_to_where_the_next_rupiah_brings_more_and_the_sum_stays() {
        try (Rows rows = new Rows(folder)) {
            fill(
                    rows,
                    WEEKS,
                    spend -> 40_000_000 * Math.log1p(spend / 1e6),
                    spend -> 10_000_000 * Math.log1p(spend / 1e6));
            Finding finding = new Budget("revenue", 0.25).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(finding, Language.EN)).contains("from Display to Paid Search");
            Evidence plan = finding.evidence().get(1);
            double sum = plan.rows().stream()
                    .mapToDouble(row -> ((Term.Change) row.get(3)).value())
                    .sum();
            assertThat(sum).isCloseTo(0, within(1.0));
            assertThat(finding.estimate().orElseThrow().low()).isPositive();
        }
    }

    @Test
    void spend_without_effect_is_told_as_not_knowing() {
        try (Rows rows = new Rows(folder)) {
            fill(rows, WEEKS, spend -> 1e6, spend -> 1e6);
            Finding finding = new Budget("revenue", 0.25).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(finding, Language.ID)).startsWith("Data tidak dapat mengatakan");
        }
    }

    @Test
    void a_few_weeks_are_too_few() {
        try (Rows rows = new Rows(folder)) {
            fill(rows, 10, spend -> spend, spend -> spend);
            Finding finding = new Budget("revenue", 0.25).find(Desks.of(rows));
            assertThat(finding.answer().code()).isEqualTo("budget-short");
            Told.answer(finding, Language.EN);
        }
    }

    /** One day of spend and one order a channel in each week; the order's value is the response with a little noise. */
    private static void fill(Rows rows, int weeks, DoubleUnaryOperator search, DoubleUnaryOperator display) {
        Random dice = new Random(9);
        StringBuilder ads =
                new StringBuilder("account,period_start,period_end,breakdown,platform,campaign,source,medium,"
                        + "channel,impressions,clicks,spend,currency\n");
        StringBuilder orders = new StringBuilder("account,period_start,period_end,order_id,ordered_at,status,"
                + "sales_channel,channel,total_paid,currency\n");
        for (int week = 0; week < weeks; week++) {
            LocalDate day = FIRST.plusWeeks(week).plusDays(week == weeks - 1 ? 6 : 0);
            for (String channel : new String[] {"Paid Search", "Display"}) {
                double spend = 500_000 + 3_000_000 * dice.nextDouble();
                double value = (channel.equals("Display") ? display : search).applyAsDouble(spend)
                        + 300_000 * dice.nextGaussian()
                        + 2_000_000;
                ads.append("%s,%s,%s,campaign,%s,c,%s,cpc,%s,100,10,%.2f,IDR%n"
                        .formatted(channel.equals("Display") ? "b" : "a", day, day, channel, channel, channel, spend));
                orders.append("shop,%s,%s,%s%d,%sT03:00:00Z,paid,web,%s,%.2f,IDR%n"
                        .formatted(day, day, channel.charAt(0), week, day, channel, value));
            }
        }
        rows.load("orders", orders.toString());
        String head = ads.substring(0, ads.indexOf("\n") + 1);
        for (String account : new String[] {"a,", "b,"}) {
            StringBuilder some = new StringBuilder(head);
            ads.toString()
                    .lines()
                    .filter(line -> line.startsWith(account))
                    .forEach(line -> some.append(line).append('\n'));
            rows.load("ad_performance", some.toString());
        }
    }
}
