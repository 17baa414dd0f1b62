package dev.ukur.insights;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.attribution.Attribution;
import dev.ukur.insights.benchmark.Benchmark;
import dev.ukur.insights.budget.Budget;
import dev.ukur.insights.customers.Behaviour;
import dev.ukur.insights.customers.Churn;
import dev.ukur.insights.customers.Clv;
import dev.ukur.insights.customers.Cohort;
import dev.ukur.insights.customers.VisitorCohort;
import dev.ukur.insights.funnel.Funnel;
import dev.ukur.insights.funnel.Window;
import dev.ukur.insights.impact.Impact;
import dev.ukur.insights.why.Why;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Rows;
import dev.ukur.model.Occasion;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an analysis says depends on what happened, not on the order in which a file tells it. */
final class SameWordsTest {

    private static final String EVENTS =
            "account,period_start,period_end,event_id,event_name,event_time,anonymous_id,transaction_id,channel,is_paid,device";
    private static final String ORDERS =
            "account,period_start,period_end,order_id,ordered_at,status,customer_id,sales_channel,channel,total_paid,currency";
    private static final String ADS =
            "account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,impressions,clicks,spend,currency";
    private static final LocalDate FIRST = LocalDate.of(2026, 6, 1);
    private static final int DAYS = 150;
    private static final List<String> CHANNELS = List.of("Organic Search", "Paid Search", "Email", "Direct");
    private static final List<Occasion> OCCASIONS =
            List.of(Desks.occasion("diskon", "discount", new Period(FIRST.plusDays(75), FIRST.plusDays(77))));
    private static final List<Analysis> ANALYSES = List.of(
            new Attribution("order", 30, Optional.empty()),
            new Benchmark("orders", Optional.empty()),
            new Budget("orders", 0.25),
            new Behaviour(),
            new Churn(Churn.Of.ORDERS),
            new Clv("channel", 52, "bgnbd"),
            new Funnel(
                    List.of("view_item", "add_to_cart", "purchase"),
                    Window.days(7),
                    new Funnel.Scope(Optional.empty(), Optional.empty(), Optional.of("channel"))),
            new Cohort(Grain.MONTH, "channel", Optional.empty()),
            new VisitorCohort(Grain.WEEK, "channel", Optional.empty()),
            new Impact("diskon", "orders", Optional.empty(), Optional.empty()),
            new Why("conversion_rate", Optional.empty(), Comparison.PREVIOUS),
            new Why("revenue", Optional.empty(), Comparison.PREVIOUS));

    @TempDir
    Path folder;

    /** Lines of the three tables, without their headers. */
    private record Shop(List<String> events, List<String> orders, List<String> ads) {

        /** The same lines, dealt anew. */
        Shop shuffled(long seed) {
            Random random = new Random(seed);
            Shop copy = new Shop(new ArrayList<>(events), new ArrayList<>(orders), new ArrayList<>(ads));
            Collections.shuffle(copy.events, random);
            Collections.shuffle(copy.orders, random);
            Collections.shuffle(copy.ads, random);
            return copy;
        }

        void load(Rows rows) {
            rows.load("events", EVENTS + "\n" + String.join("\n", events));
            rows.load("orders", ORDERS + "\n" + String.join("\n", orders));
            rows.load("ad_performance", ADS + "\n" + String.join("\n", ads));
        }
    }

    private static Shop shop(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        Shop shop = new Shop(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
        for (int number = 0; number < 900; number++) {
            LocalDate day = FIRST.plusDays(random.nextInt(DAYS));
            String visitor = "v" + random.nextInt(250);
            String channel = CHANNELS.get(random.nextInt(CHANNELS.size()));
            int reached = Math.max(0, random.nextInt(7) - 2);
            for (int step = 0; step <= reached; step++) {
                shop.events.add(event(number, step, day, visitor, channel));
            }
            if (reached == 4) {
                shop.orders.add("shop,%1$s,%1$s,#%2$d,%1$sT03:04:30Z,paid,C%3$s,web,%4$s,%5$d,IDR"
                        .formatted(day, number, visitor, channel, 50_000 + 1000 * random.nextInt(200)));
            }
        }
        for (int day = 0; day < DAYS; day++) {
            shop.ads.add("ads,%1$s,%1$s,campaign,google_ads,brand,google,cpc,Paid Search,%2$d,%3$d,%4$d,IDR"
                    .formatted(
                            FIRST.plusDays(day),
                            900 + random.nextInt(300),
                            10 + random.nextInt(9),
                            9000 + random.nextInt(9000)));
        }
        return shop;
    }

    private static String event(int visit, int step, LocalDate day, String visitor, String channel) {
        List<String> names = List.of("page_view", "view_item", "add_to_cart", "begin_checkout", "purchase");
        return "web,%1$s,%1$s,e%2$d-%3$d,%4$s,%1$sT03:0%3$d:30Z,%5$s,%6$s,%7$s,%8$b,%9$s"
                .formatted(
                        day,
                        visit,
                        step,
                        names.get(step),
                        visitor,
                        step == 4 ? "#" + visit : "",
                        channel,
                        channel.startsWith("Paid"),
                        visit % 3 == 0 ? "desktop" : "mobile");
    }

    private Map<String, String> told(Shop shop, String name) {
        Map<String, String> told = new TreeMap<>();
        try (Rows rows = new Rows(folder.resolve(name))) {
            shop.load(rows);
            Desk desk = Desks.of(rows, List.of(), OCCASIONS);
            TextReports reports = new TextReports(Messages.of(Language.EN), Ink.PLAIN);
            for (Analysis analysis : ANALYSES) {
                told.put(analysis.toString(), reports.finding(analysis.find(desk)));
            }
        }
        return told;
    }

    @Test
    void lines_in_any_order_are_told_in_the_same_words() {
        Shop shop = shop(20_261_127);

        Map<String, String> first = told(shop, "first");

        assertThat(told(shop.shuffled(1), "shuffled"))
                .as("the same lines, shuffled")
                .isEqualTo(first);
        assertThat(first.values()).as("something is told").noneMatch(String::isBlank);
    }
}
