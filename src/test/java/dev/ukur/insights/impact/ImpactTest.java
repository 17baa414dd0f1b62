package dev.ukur.insights.impact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import dev.ukur.model.Occasion;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.IntUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shops whose orders a day are 10, 12 on Saturdays, with lifts planted on known days. */
class ImpactTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final int DAYS = 140;

    @TempDir
    Path folder;

    @Test
    void a_planted_lift_is_found_beyond_the_weekday() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> usual(day) + (isEvent(day) ? 15 : 0));
            Finding finding = ask(rows, "pesta");
            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(finding.answer().code()).isEqualTo("impact-added");
            Term.Between estimate = finding.estimate().orElseThrow();
            assertThat(estimate.value()).isCloseTo(15, within(0.5));
            assertThat(estimate.low()).isLessThan(15.001).isGreaterThan(12);
            assertThat(Told.answer(finding, Language.ID)).startsWith("pesta menambah +1");
            assertThat(finding.reasons().get(0).code()).isEqualTo("impact-placebo");
        }
    }

    @Test
    void busy_saturdays_are_no_effect() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", ImpactTest::usual);
            Finding finding = ask(rows, "pesta");
            assertThat(finding.verdict()).isEqualTo(Verdict.NOISE);
            Told.answer(finding, Language.EN);
        }
    }

    /** Another occasion of 40 orders on other days must not blur this one of 15. */
    @Test
    void several_occasions_are_told_apart_in_one_regression() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> usual(day) + (isEvent(day) ? 15 : 0) + (day % 35 == 8 ? 40 : 0));
            List<Occasion> both =
                    List.of(event(0), event(1), event(2), event(3), other(8), other(43), other(78), other(113));
            Finding finding = new Impact("pesta", "orders", Optional.empty(), Optional.empty())
                    .find(Desks.of(rows, List.of(), both));
            assertThat(finding.estimate().orElseThrow().value()).isCloseTo(15, within(0.6));
            assertThat(finding.caveats().stream().map(Sentence::code)).contains("impact-joint");
            assertThat(table(finding, "each_occasion").rows()).hasSize(4);
            Told.answer(finding, Language.ID);
        }
    }

    @Test
    void occasions_on_the_same_days_are_refused_by_name() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> usual(day) + (isEvent(day) ? 15 : 0));
            List<Occasion> both = List.of(event(0), Desks.occasion("liputan", "campaign", event(0).days()));
            Finding finding = new Impact("liputan", "orders", Optional.empty(), Optional.empty())
                    .find(Desks.of(rows, List.of(), both));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(finding, Language.EN)).contains("cannot be told from pesta-0");
        }
    }

    /** Five days without any order around the event: the shop was closed, which is no effect of the event. */
    @Test
    void a_day_on_which_the_shop_was_closed_is_not_tested() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> day >= 31 && day <= 35 ? 0 : usual(day) + (isEvent(day) ? 15 : 0));
            Finding finding = ask(rows, "pesta");
            assertThat(finding.caveats().stream().map(Sentence::code)).contains("impact-refused");
            assertThat(finding.answer().facts().get("days")).isEqualTo(Term.count(3));
            Told.answer(finding, Language.ID);
        }
    }

    /** A campaign of 14 days adds 5 orders a day: 70. */
    @Test
    void a_campaign_is_set_against_what_would_have_been_with_mock_campaigns_beside() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> usual(day) + day % 3 + (day >= 100 && day < 114 ? 5 : 0));
            Finding finding = campaign(rows, 100);
            assertThat(finding.answer().code()).isEqualTo("impact-campaign-added");
            Term.Between total = finding.estimate().orElseThrow();
            assertThat(total.value()).isCloseTo(70, within(8.0));
            assertThat(total.low()).isLessThan(70);
            assertThat(total.high()).isGreaterThan(70);
            assertThat(finding.reasons().get(0).code()).isEqualTo("impact-campaign-placebo");
            Told.answer(finding, Language.ID);
        }
    }

    @Test
    void a_campaign_with_too_few_days_before_it_is_refused() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "shop", day -> usual(day) + day % 3);
            Finding finding = campaign(rows, 20);
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(finding, Language.EN)).contains("only 20 days before it, 28 are needed");
        }
    }

    /** The shop gains 6 a day while a festival lifts everybody by 4: against the other account the campaign made 6. */
    @Test
    void a_control_takes_out_what_moved_both() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "web", day -> usual(day) + day % 3 + (day >= 100 && day < 114 ? 10 : 0));
            orders(rows, "shopee", day -> usual(day) + day % 3 + (day >= 100 && day < 114 ? 4 : 0));
            Occasion campaign = Desks.occasion("promo-web", "campaign", days(100, 114));
            Finding finding = new Impact(
                            "promo-web",
                            "orders",
                            Optional.of("sales_channel = 'web'"),
                            Optional.of("sales_channel = 'shopee'"))
                    .find(Desks.of(rows, List.of(), List.of(campaign)));
            assertThat(finding.estimate().orElseThrow().value()).isCloseTo(6, within(0.5));
            Told.answer(finding, Language.EN);
        }
    }

    @Test
    void a_control_that_drifted_away_before_is_refused() {
        try (Rows rows = new Rows(folder)) {
            orders(rows, "web", day -> usual(day) + day / 10);
            orders(rows, "shopee", ImpactTest::usual);
            Occasion campaign = Desks.occasion("promo-web", "campaign", days(100, 114));
            Finding finding = new Impact(
                            "promo-web",
                            "orders",
                            Optional.of("sales_channel = 'web'"),
                            Optional.of("sales_channel = 'shopee'"))
                    .find(Desks.of(rows, List.of(), List.of(campaign)));
            assertThat(finding.answer().code()).isEqualTo("impact-control-drift");
            Told.answer(finding, Language.ID);
        }
    }

    @Test
    void an_unknown_occasion_is_refused_with_the_nearest() {
        try (Rows rows = new Rows(folder)) {
            Desk desk = Desks.of(rows);
            assertThatThrownBy(() -> new Impact("twin-date", "orders", Optional.empty(), Optional.empty()).find(desk))
                    .isInstanceOfSatisfying(
                            ProblemException.class,
                            e -> assertThat(e.problems().get(0).facts()).containsEntry("nearest", "twin-dates"));
        }
    }

    private static Finding ask(Rows rows, String kind) {
        return new Impact(kind, "orders", Optional.empty(), Optional.empty())
                .find(Desks.of(rows, List.of(), List.of(event(0), event(1), event(2), event(3))));
    }

    private static Finding campaign(Rows rows, int from) {
        return new Impact("diskon", "orders", Optional.empty(), Optional.empty())
                .find(Desks.of(rows, List.of(), List.of(Desks.occasion("diskon", "campaign", days(from, from + 14)))));
    }

    private static int usual(int day) {
        return FIRST.plusDays(day).getDayOfWeek() == java.time.DayOfWeek.SATURDAY ? 12 : 10;
    }

    private static boolean isEvent(int day) {
        return day % 35 == 33;
    }

    private static Occasion event(int number) {
        return Desks.occasion("pesta-" + number, "pesta", days(33 + 35 * number, 34 + 35 * number));
    }

    private static Occasion other(int day) {
        return Desks.occasion("lain-" + day, "promo", days(day, day + 1));
    }

    private static Period days(int from, int to) {
        return new Period(FIRST.plusDays(from), FIRST.plusDays(to - 1L));
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Orders of an account, which is its sales channel too; the last day has at least one, so that all are known. */
    private static void orders(Rows rows, String account, IntUnaryOperator aDay) {
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,order_id,ordered_at,status,sales_channel,total_paid,currency\n");
        for (int day = 0; day < DAYS; day++) {
            LocalDate on = FIRST.plusDays(day);
            for (int i = 0; i < aDay.applyAsInt(day); i++) {
                text.append("%s,%s,%s,%s%d-%d,%sT03:00:00Z,paid,%s,1000.00,IDR%n"
                        .formatted(account, on, on, account, day, i, on, account));
            }
        }
        rows.load("orders", text.toString());
    }
}
