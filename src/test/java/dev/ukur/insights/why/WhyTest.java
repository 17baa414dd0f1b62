package dev.ukur.insights.why;

import static dev.ukur.insights.why.ShopRows.FIRST;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.insights.why.ShopRows.Flow;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Rows;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhyTest {

    private static final Why CONVERSION = new Why("conversion_rate", Optional.of(days(28, 56)), Comparison.PREVIOUS);

    @TempDir
    Path folder;

    /** On phones 10 of 20 checkouts a day end in an order before, 2 of 20 after; desktops stay as they are. */
    @Test
    void a_checkout_broken_on_phones_is_the_first_cause_with_its_place() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 28, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .days(28, 56, new Flow("mobile", "Direct", 100, 40, 20, 2))
                    .days(0, 56, new Flow("desktop", "Direct", 50, 20, 10, 5))
                    .load(rows, 1);
            Finding finding = CONVERSION.find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(finding, Language.EN))
                    .isEqualTo(
                            "Conversion rate fell from 10% (4–31 May 2026) to 4.67% (1–28 Jun 2026), −5.33\u00a0pt; the "
                                    + "largest cause: the step from checkout to order at Device mobile, which contributed "
                                    + "−5.33\u00a0pt.");
            assertThat(Told.answer(finding, Language.ID))
                    .contains("sebab terbesar: langkah dari checkout ke pesanan pada Perangkat mobile");
            assertThat(finding.reasons().get(0).code()).isEqualTo("why-cause-place");
            assertThat(finding.reasons().stream().map(Sentence::code)).contains("check-checkout-found");
        }
    }

    @Test
    void contributions_of_drivers_and_of_members_sum_to_the_change_on_random_shops() {
        long seed = 20261127;
        Random dice = new Random(seed);
        for (int round = 0; round < 2; round++) {
            try (Rows rows = new Rows(folder.resolve("s" + round))) {
                ShopRows shop = new ShopRows();
                for (String device : List.of("mobile", "desktop", "tablet")) {
                    shop.days(0, 28, flow(dice, device)).days(28, 56, flow(dice, device));
                }
                shop.orders(0, 28, 1 + dice.nextInt(9), 1000 + dice.nextInt(9000))
                        .orders(28, 56, 1 + dice.nextInt(9), 1000 + dice.nextInt(9000))
                        .load(rows, seed);
                for (String metric : List.of("conversion_rate", "visits", "revenue", "aov")) {
                    Finding finding =
                            new Why(metric, Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
                    Told.answer(finding, Language.ID);
                    double change = change(finding.answer());
                    for (Evidence table : finding.evidence()) {
                        boolean drivers = table.name().equals("drivers");
                        if (drivers || table.name().startsWith("by_")) {
                            double sum = contributions(
                                    drivers
                                            ? table.rows()
                                                    .subList(0, table.rows().size() - 1)
                                            : table.rows());
                            assertThat(sum)
                                    .as("seed %d round %d %s %s", seed, round, metric, table.name())
                                    .isCloseTo(change, within(1e-9 * Math.max(1, Math.abs(change))));
                        }
                    }
                }
            }
        }
    }

    /** Each device converts better than before (10 to 12 % and 2 to 3 %), but phones became nine tenths of all visits. */
    @Test
    void a_whole_that_moves_against_all_its_members_is_told_as_a_reversal() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 28, new Flow("desktop", "Direct", 100, 50, 30, 10))
                    .days(0, 28, new Flow("mobile", "Direct", 100, 20, 10, 2))
                    .days(28, 56, new Flow("desktop", "Direct", 25, 13, 8, 3))
                    .days(28, 56, new Flow("mobile", "Direct", 200, 40, 20, 6))
                    .load(rows, 1);
            Finding finding = CONVERSION.find(Desks.of(rows));
            Told.answer(finding, Language.EN);
            assertThat(finding.caveats().stream().map(Sentence::code)).contains("why-reversal");
            Evidence devices = table(finding, "by_device");
            assertThat(devices.rows().stream()
                            .mapToDouble(row -> number(row.get(4)))
                            .min()
                            .orElseThrow())
                    .as("every rate effect helps")
                    .isPositive();
        }
    }

    @Test
    void a_shop_in_which_nothing_changed_is_told_as_noise() {
        Random dice = new Random(5);
        try (Rows rows = new Rows(folder)) {
            ShopRows shop = new ShopRows();
            for (int day = 0; day < 56; day++) {
                shop.days(
                        day, day + 1, new Flow("mobile", "Direct", 90 + dice.nextInt(21), 40, 20, 5 + dice.nextInt(5)));
            }
            shop.load(rows, 1);
            Finding finding = CONVERSION.find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.NOISE);
            assertThat(Told.answer(finding, Language.ID)).contains("dalam batas derau");
        }
    }

    @Test
    void the_order_of_rows_changes_no_word() {
        ShopRows shop = new ShopRows()
                .days(0, 28, new Flow("mobile", "Direct", 30, 12, 8, 4))
                .days(28, 56, new Flow("mobile", "Email", 30, 12, 8, 1));
        try (Rows one = new Rows(folder.resolve("one"));
                Rows other = new Rows(folder.resolve("other"))) {
            shop.load(one, 1);
            shop.load(other, 2);
            assertThat(CONVERSION.find(Desks.of(one))).isEqualTo(CONVERSION.find(Desks.of(other)));
        }
    }

    /** Web analytics sees half the purchases that the shop has; the shop itself sells as before. */
    @Test
    void purchases_lost_by_the_tag_are_told_as_measuring_and_not_as_business() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 28, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .days(28, 56, new Flow("mobile", "Direct", 100, 40, 20, 5))
                    .orders(0, 56, 10, 50_000)
                    .load(rows, 1);
            Finding finding = CONVERSION.find(Desks.of(rows));
            assertThat(finding.answer().code()).isEqualTo("why-measuring");
            assertThat(Told.answer(finding, Language.EN)).contains("lost about 50% of the purchases");
        }
    }

    @Test
    void money_a_thousand_times_too_large_and_orders_imported_twice_are_found() {
        Why revenue = new Why("revenue", Optional.of(days(28, 56)), Comparison.PREVIOUS);
        try (Rows scaled = new Rows(folder.resolve("scaled"));
                Rows twice = new Rows(folder.resolve("twice"))) {
            new ShopRows()
                    .orders(0, 28, 5, 50_000)
                    .orders(28, 56, 5, 50_000_000)
                    .load(scaled, 1);
            new ShopRows()
                    .orders(0, 56, 5, 50_000)
                    .orders("again", 28, 56, 5, 50_000)
                    .load(twice, 1);
            assertThat(Told.answer(revenue.find(Desks.of(scaled)), Language.EN))
                    .contains("140 of 140 orders are a hundred times larger or smaller");
            assertThat(Told.answer(revenue.find(Desks.of(twice)), Language.EN))
                    .contains("140 orders stand in two accounts");
        }
    }

    /** Sixty visits more a day for 28 days, 1,680, that all left at once. */
    @Test
    void a_surge_of_visits_that_leave_at_once_is_told_as_bots() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 56, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .bounces(28, 56, "Referral", 60)
                    .load(rows, 1);
            Finding finding = new Why("visits", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(finding.answer().code()).isEqualTo("why-measuring");
            assertThat(Told.answer(finding, Language.EN)).contains("1,680 more visits nearly all (100%) left at once");
        }
    }

    @Test
    void more_visits_that_stay_or_always_left_at_once_are_no_bots() {
        try (Rows stayed = new Rows(folder.resolve("stayed"));
                Rows always = new Rows(folder.resolve("always"))) {
            Flow usual = new Flow("mobile", "Direct", 100, 40, 20, 10);
            new ShopRows()
                    .days(0, 56, usual)
                    .days(28, 56, new Flow("desktop", "Referral", 60, 24, 12, 6))
                    .load(stayed, 1);
            new ShopRows().days(0, 56, usual).bounces(0, 56, "Referral", 60).load(always, 1);
            Why visits = new Why("visits", Optional.of(days(28, 56)), Comparison.PREVIOUS);
            for (Rows rows : List.of(stayed, always)) {
                assertThat(table(visits.find(Desks.of(rows)), "checklist").rows())
                        .anySatisfy(row -> assertThat(row.subList(0, 2))
                                .containsExactly(Term.words("check-bots"), Term.words("check-status-clear")));
            }
        }
    }

    /** 200 opens and 50 clicks a mailing before, 600 and 50 after: machines open, the shop sells as before. */
    @Test
    void machines_that_open_mails_explain_opens_and_no_sales() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 28, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .days(28, 56, new Flow("mobile", "Direct", 100, 40, 20, 2))
                    .mails(0, 28, 200, 50)
                    .mails(28, 56, 600, 50)
                    .load(rows, 1);
            Finding conversion = CONVERSION.find(Desks.of(rows));
            assertThat(conversion.answer().code()).isEqualTo("why-moved");
            assertThat(conversion.reasons()).extracting(Sentence::code).contains("check-opens-machines");
            Finding opens =
                    new Why("email_open_rate", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(opens.answer().code()).isEqualTo("why-measuring");
            assertThat(Told.answer(opens, Language.EN)).contains("opened 12 times per click, before 4");
        }
    }

    @Test
    void what_the_data_cannot_show_is_named_in_the_checklist() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows().orders(0, 56, 5, 50_000).load(rows, 1);
            Finding finding = new Why("revenue", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            Told.answer(finding, Language.ID);
            assertThat(table(finding, "checklist").rows().stream()
                            .filter(row -> row.get(1).equals(Term.words("check-status-missing")))
                            .map(row -> row.get(0)))
                    .contains(Term.words("check-checkout"), Term.words("check-errors"), Term.words("check-listing"));
        }
    }

    /**
     * A hundred clicks a day cost 1,000 each before and 2,000 after, salaries are 2.8 million, and 280 customers are new:
     * (2.8 + 2.8) million / 280 = 20,000 before and 30,000 after, and the price of a click did it all.
     */
    @Test
    void dearer_customers_are_told_by_what_made_them_dearer() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 56, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .orders(0, 56, 10, 50_000)
                    .ads(0, 28, 100, 1000)
                    .ads(28, 56, 100, 2000)
                    .salaries(0, 28, 2_800_000)
                    .salaries(28, 56, 2_800_000)
                    .load(rows, 1);
            Finding finding = new Why("cac", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(Told.answer(finding, Language.EN))
                    .contains("rose from Rp\u00a020,000", "to Rp\u00a030,000", "cost a click", "+Rp\u00a010,000");
            assertThat(Told.answer(finding, Language.ID)).contains("biaya per klik");
        }
    }

    /**
     * Salaries double, of which nothing is chance; 110 clicks a day at 900 and 9 customers a day make
     * (2.772 + 5.6) million / 252.
     */
    @Test
    void salaries_that_grew_are_a_cause_and_all_drivers_sum_to_the_change() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 28, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .days(28, 56, new Flow("mobile", "Direct", 90, 40, 20, 9))
                    .orders(0, 28, 10, 50_000)
                    .orders(28, 56, 9, 50_000)
                    .ads(0, 28, 100, 1000)
                    .ads(28, 56, 110, 900)
                    .salaries(0, 28, 2_800_000)
                    .salaries(28, 56, 5_600_000)
                    .load(rows, 1);
            Finding finding = new Why("cac", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(Told.answer(finding, Language.EN)).contains("salaries, agencies, tools and content");
            List<List<Term>> drivers = table(finding, "drivers").rows();
            assertThat(contributions(drivers.subList(0, drivers.size() - 1)))
                    .isCloseTo((2_772_000 + 5_600_000) / 252.0 - 20_000, within(1e-6));
        }
    }

    /** Clicks cost twice as much; salaries rose by 280 over 280 customers, by 1 of a change of 10,001. */
    @Test
    void booked_costs_that_hardly_changed_are_no_cause() {
        try (Rows rows = new Rows(folder)) {
            new ShopRows()
                    .days(0, 56, new Flow("mobile", "Direct", 100, 40, 20, 10))
                    .orders(0, 56, 10, 50_000)
                    .ads(0, 28, 100, 1000)
                    .ads(28, 56, 100, 2000)
                    .salaries(0, 28, 2_800_000)
                    .salaries(28, 56, 2_800_280)
                    .load(rows, 1);
            Finding finding = new Why("cac", Optional.of(days(28, 56)), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(finding.reasons().stream().filter(reason -> reason.code().startsWith("why-cause")))
                    .hasSize(1);
        }
    }

    @Test
    void a_metric_without_two_periods_is_not_explained() {
        try (Rows rows = new Rows(folder)) {
            Finding finding = new Why("cac", Optional.empty(), Comparison.PREVIOUS).find(Desks.of(rows));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            Told.answer(finding, Language.ID);
        }
    }

    private static Flow flow(Random dice, String device) {
        int visits = 4 + dice.nextInt(20);
        int carts = dice.nextInt(visits);
        int checkouts = carts == 0 ? 0 : dice.nextInt(carts);
        int purchases = checkouts == 0 ? 0 : dice.nextInt(checkouts);
        return new Flow(device, dice.nextBoolean() ? "Direct" : "Email", visits, carts, checkouts, purchases);
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

    private static double contributions(List<List<Term>> rows) {
        return rows.stream().mapToDouble(row -> number(row.get(3))).sum();
    }

    private static double change(Sentence answer) {
        return number(answer.facts().get("change"));
    }

    private static double number(Term term) {
        return ((Term.Change) term).value();
    }
}
