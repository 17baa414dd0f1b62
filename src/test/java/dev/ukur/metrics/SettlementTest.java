package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Unsettled.Cause;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Ten clicks a day from January to March 2026 of campaign A, twenty of campaign B, each one of a hundred impressions; the
 * platform may restate March from the 25th on. One order a day, which nobody restates. An account of old was left behind
 * in January: its last week was never read again.
 */
class SettlementTest {

    private static final LocalDate LAST = LocalDate.of(2026, 3, 31);
    private static final LocalDate OPEN = LocalDate.of(2026, 3, 25);

    @TempDir
    private static Path folder;

    private static Rows rows;

    @BeforeAll
    static void load() {
        rows = new Rows(folder);
        StringBuilder ads = new StringBuilder(
                "account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,impressions,clicks,spend,currency\n");
        StringBuilder orders = new StringBuilder(
                "account,period_start,period_end,order_id,status,customer_id,sales_channel,payment_method,total_paid,currency\n");
        LocalDate.of(2026, 1, 1).datesUntil(LAST.plusDays(1)).forEach(day -> {
            ads.append("ads,%1$s,%1$s,campaign,google,A,google,cpc,Paid Search,100,10,1.00,IDR%n".formatted(day));
            ads.append("ads,%1$s,%1$s,campaign,google,B,google,cpc,Paid Search,100,20,1.00,IDR%n".formatted(day));
            orders.append("shop,%1$s,%1$s,o%1$s,paid,c%1$s,web,COD,10.00,IDR%n".formatted(day));
        });
        rows.provisional("ad_performance", OPEN, ads.toString());
        rows.load("orders", orders.toString());
    }

    @AfterAll
    static void close() {
        rows.close();
    }

    @Test
    void a_number_with_a_day_that_may_be_restated_is_told_and_not_compared() {
        Answer answer = compared(Grain.MONTH, "2026-02-01", "2026-03-31");

        // Two months back: February with December, before the data; March with January.
        assertThat(answer.rows().get(1))
                .containsExactly(LocalDate.of(2026, 3, 1), 930.0, 930.0, null, null, 31.0, 31.0, 0.0, 0.0);
        assertThat(answer.meta().unsettled())
                .containsExactly(open(Optional.of(LocalDate.of(2026, 3, 1))), open(Optional.empty()));
        assertThat(answer.totals().get(0).subList(1, 5)).containsExactly(1770.0, null, null, null);
    }

    @Test
    void days_before_the_window_are_compared_in_rows_and_totals() {
        Answer answer = compared(Grain.DAY, "2026-03-23", "2026-03-26");

        assertThat(answer.rows())
                .extracting(row -> row.get(answer.index("clicks_change")))
                .containsExactly(0.0, 0.0, null, null);
        assertThat(answer.totals().get(0).get(answer.index("clicks"))).isEqualTo(120.0);
        assertThat(answer.totals().get(0).get(answer.index("clicks_change"))).isNull();
        assertThat(answer.totals().get(0).get(answer.index("orders_change"))).isEqualTo(0.0);
        Answer settled = compared(Grain.DAY, "2026-03-21", "2026-03-24");
        assertThat(settled.meta().unsettled()).isEmpty();
        assertThat(settled.totals().get(0).get(settled.index("clicks_change"))).isEqualTo(0.0);
    }

    @Test
    void members_are_not_marked_on_days_that_may_be_restated() {
        assertThat(differs("2026-03-01", "2026-03-24")).containsExactly(true, true);
        assertThat(differs("2026-03-01", "2026-03-31")).containsExactly(null, null);
    }

    @Test
    void every_form_says_why_and_until_when_it_would_be_compared() {
        Answer answer = compared(Grain.DAY, "2026-03-23", "2026-03-26");

        String english = text(Language.EN, answer);
        assertThat(english.lines().filter(line -> line.contains("~")))
                .hasSize(2 + 1 + 2) // two days, the totals, and what it means
                .anyMatch(line -> line.contains("Sources may still restate 25"))
                .anyMatch(line -> line.contains("up to 24 Mar 2026"));
        assertThat(text(Language.ID, answer)).contains("masih dapat merevisi", "sampai 24 Mar 2026");
        assertThat(new JsonReports(Messages.of(Language.EN)).answer(answer))
                .contains(
                        "{\"period\":\"2026-03-25\",\"column\":\"clicks\",\"cause\":\"restated\","
                                + "\"from\":\"2026-03-25\",\"to\":\"2026-03-25\"}",
                        "{\"period\":null,\"column\":\"clicks\",\"cause\":\"restated\","
                                + "\"from\":\"2026-03-25\",\"to\":\"2026-03-26\"}");
    }

    /** An account whose last export is of January: February stands against days that were never read again. */
    @Test
    void what_it_would_be_compared_with_must_be_final_too(@TempDir Path other) {
        try (Rows old = new Rows(other)) {
            old.provisional("ad_performance", LocalDate.of(2026, 1, 25), ads("old", LocalDate.of(2026, 1, 31)));
            old.load("ad_performance", ads("new", LocalDate.of(2026, 2, 28)));
            Answer answer = old.metrics().query(question(Grain.MONTH, "2026-02-01", "2026-02-28", List.of("clicks")));

            assertThat(answer.meta().unsettled())
                    .contains(new Unsettled(
                            Optional.of(LocalDate.of(2026, 2, 1)),
                            "clicks_before",
                            Cause.RESTATED,
                            Rows.days("2026-01-25", "2026-01-31")));
            assertThat(answer.rows().get(0).get(answer.index("clicks_change"))).isNull();
        }
    }

    private static Unsettled open(Optional<LocalDate> period) {
        return new Unsettled(period, "clicks", Cause.RESTATED, new Period(OPEN, LAST));
    }

    private static String ads(String account, LocalDate last) {
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,impressions,clicks,spend,currency\n");
        LocalDate.of(2026, 1, 1)
                .datesUntil(last.plusDays(1))
                .forEach(day -> text.append("%s,%s,%s,campaign,google,A,google,cpc,Paid Search,100,10,1.00,IDR%n"
                        .formatted(account, day, day)));
        return text.toString();
    }

    private static Answer compared(Grain grain, String from, String to) {
        return rows.metrics().query(question(grain, from, to, List.of("clicks", "orders")));
    }

    private static MetricQuery question(Grain grain, String from, String to, List<String> metrics) {
        Display display = new Display(
                Optional.of(Comparison.PREVIOUS), Optional.empty(), Optional.empty(), Optional.empty(), true, false);
        return new MetricQuery(
                metrics,
                List.of(),
                grain,
                Optional.of(Rows.days(from, to)),
                Optional.empty(),
                Optional.empty(),
                display);
    }

    private static List<Object> differs(String from, String to) {
        Display display =
                new Display(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, true);
        Answer answer = rows.metrics()
                .query(new MetricQuery(
                        List.of("ctr"),
                        List.of("campaign"),
                        Grain.TOTAL,
                        Optional.of(Rows.days(from, to)),
                        Optional.empty(),
                        Optional.empty(),
                        display));
        Object[] marks = answer.rows().stream()
                .map(row -> row.get(answer.index("ctr_differs")))
                .toArray();
        return Arrays.asList(marks);
    }

    private static String text(Language language, Answer answer) {
        return new TextReports(Messages.of(language), Ink.PLAIN).answer(answer, Grain.DAY, FiscalCalendar.CIVIL);
    }
}
