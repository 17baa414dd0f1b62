package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each family counted a second time in plain Java, over random rows: at least two metrics of each. */
class FamilyChecksTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final int DAYS = 90;
    private static final List<String> CHANNELS = List.of("Email", "Direct", "Paid Search", "Organic Search");

    @TempDir
    Path folder;

    private final Random random = new Random(20260101);
    private Rows rows;

    @BeforeEach
    void open() {
        rows = new Rows(folder);
    }

    @AfterEach
    void close() {
        rows.close();
    }

    private record Visit(
            LocalDate day, String visitor, String channel, int pages, boolean bounced, int carts, int bought) {}

    @Test
    void traffic_and_conversion() {
        List<Visit> visits = new ArrayList<>();
        StringBuilder text =
                new StringBuilder("account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,channel,"
                        + "is_paid,is_new,pageviews,events,bounced,engaged,duration_s,purchases,form_submits,sign_ups,"
                        + "add_to_carts,checkouts,built_by\n");
        for (int i = 0; i < 300; i++) {
            Visit visit = new Visit(
                    day(),
                    "p" + random.nextInt(60),
                    CHANNELS.get(random.nextInt(4)),
                    1 + random.nextInt(6),
                    random.nextInt(3) == 0,
                    random.nextInt(3),
                    random.nextInt(5) == 0 ? 1 : 0);
            visits.add(visit);
            text.append(
                    "web,%1$s,%1$s,v%2$d,%3$s,%1$sT03:00:00Z,%1$sT03:01:00Z,%4$s,false,false,%5$d,1,%6$s,%7$s,60,%8$d,0,0,%9$d,0,t%n"
                            .formatted(
                                    visit.day,
                                    i,
                                    visit.visitor,
                                    visit.channel,
                                    visit.pages,
                                    visit.bounced,
                                    !visit.bounced,
                                    visit.bought,
                                    visit.carts));
        }
        rows.load("visits", text.toString());

        List<Visit> january =
                visits.stream().filter(visit -> visit.day.getMonthValue() == 1).toList();
        assertThat(january("visitors"))
                .isEqualTo(january.stream().map(Visit::visitor).distinct().count());
        assertThat(january("pages_per_visit"))
                .isCloseTo((double) january.stream().mapToInt(Visit::pages).sum() / january.size(), within(1e-12));
        assertThat(january("bounce_rate")).isCloseTo(share(january, Visit::bounced), within(1e-12));
        Answer shares = rows.by("channel_share", "channel", "2026-01-01", "2026-01-31");
        for (int row = 0; row < shares.rows().size(); row++) {
            Object channel = shares.rows().get(row).get(0);
            assertThat(shares.number(row, "channel_share").orElseThrow())
                    .isCloseTo(share(january, visit -> visit.channel.equals(channel)), within(1e-12));
        }
        assertThat(january("conversion_rate")).isCloseTo(share(january, visit -> visit.bought > 0), within(1e-12));
        assertThat(january("conversion_rate_visitors"))
                .isCloseTo(
                        (double) january.stream()
                                        .filter(visit -> visit.bought > 0)
                                        .map(Visit::visitor)
                                        .distinct()
                                        .count()
                                / january.stream()
                                        .map(Visit::visitor)
                                        .distinct()
                                        .count(),
                        within(1e-12));
        List<Visit> carts = january.stream().filter(visit -> visit.carts > 0).toList();
        assertThat(january("cart_abandonment")).isCloseTo(share(carts, visit -> visit.bought == 0), within(1e-12));
    }

    private record Ad(LocalDate day, String campaign, long impressions, long clicks, long spend, double share) {}

    @Test
    void advertising() {
        List<Ad> ads = new ArrayList<>();
        StringBuilder text =
                new StringBuilder("account,period_start,period_end,breakdown,platform,campaign,source,medium,"
                        + "channel,impressions,clicks,spend,currency,search_impression_share\n");
        for (int i = 0; i < DAYS; i++) {
            for (String campaign : List.of("Merek", "Umum")) {
                Ad ad = new Ad(
                        FIRST.plusDays(i),
                        campaign,
                        random.nextInt(500),
                        random.nextInt(20),
                        random.nextInt(90_000),
                        (1 + random.nextInt(9)) / 10.0);
                ads.add(ad);
                text.append("ads,%1$s,%1$s,campaign,google,%2$s,google,cpc,Paid Search,%3$d,%4$d,%5$d,IDR,%6$s%n"
                        .formatted(ad.day, campaign, ad.impressions, ad.clicks, ad.spend, ad.share));
            }
        }
        rows.load("ad_performance", text.toString());

        List<Ad> january =
                ads.stream().filter(ad -> ad.day.getMonthValue() == 1).toList();
        double impressions = sum(january, Ad::impressions);
        assertThat(january("ctr")).isCloseTo(sum(january, Ad::clicks) / impressions, within(1e-12));
        assertThat(january("cpc")).isCloseTo(sum(january, Ad::spend) / sum(january, Ad::clicks), within(1e-6));
        assertThat(january("cpm")).isCloseTo(1000 * sum(january, Ad::spend) / impressions, within(1e-6));
        assertThat(january("impression_share"))
                .isCloseTo(impressions / sum(january, ad -> ad.impressions / ad.share), within(1e-9));
    }

    private record Lead(LocalDate day, boolean qualified) {}

    @Test
    void leads() {
        List<Lead> leads = new ArrayList<>();
        StringBuilder text = new StringBuilder("account,period_start,period_end,lead_id,stage,channel,mql_on\n");
        for (int i = 0; i < 120; i++) {
            Lead lead = new Lead(day(), random.nextBoolean());
            leads.add(lead);
            text.append("crm,%1$s,%1$s,l%2$d,lead,Email,%3$s%n".formatted(lead.day, i, lead.qualified ? lead.day : ""));
        }
        rows.load("leads", text.toString());

        List<Lead> february =
                leads.stream().filter(lead -> lead.day.getMonthValue() == 2).toList();
        long before =
                leads.stream().filter(lead -> lead.day.getMonthValue() == 1).count();
        assertThat(february("mql_rate")).isCloseTo(share(february, Lead::qualified), within(1e-12));
        assertThat(february("lead_growth")).isCloseTo((double) february.size() / before - 1, within(1e-12));
    }

    private record Order(LocalDate day, int number, String customer, long paid, boolean cancelled, long refund) {}

    @Test
    void customers_and_revenue() {
        List<Order> orders = new ArrayList<>();
        StringBuilder text =
                new StringBuilder("account,period_start,period_end,order_id,status,customer_id,sales_channel,"
                        + "total_paid,refund_amount,currency\n");
        for (int i = 0; i < 200; i++) {
            Order order = new Order(
                    day(),
                    i,
                    "c" + random.nextInt(70),
                    1_000 + random.nextInt(99_000),
                    random.nextInt(6) == 0,
                    random.nextInt(8) == 0 ? 500 : 0);
            orders.add(order);
            text.append("shop,%1$s,%1$s,o%2$04d,%3$s,%4$s,web,%5$d,%6$d,IDR%n"
                    .formatted(
                            order.day,
                            i,
                            order.cancelled ? "cancelled" : "paid",
                            order.customer,
                            order.paid,
                            order.refund));
        }
        rows.load("orders", text.toString());

        List<Order> kept = orders.stream().filter(order -> !order.cancelled).toList();
        List<Order> february =
                kept.stream().filter(order -> order.day.getMonthValue() == 2).toList();
        assertThat(february("revenue")).isEqualTo(sum(february, Order::paid));
        assertThat(february("aov")).isCloseTo(sum(february, Order::paid) / february.size(), within(1e-6));
        assertThat(february("refund_rate")).isCloseTo(share(february, order -> order.refund > 0), within(1e-12));
        assertThat(february("net_revenue")).isEqualTo(sum(february, Order::paid) - sum(february, Order::refund));

        Map<String, LocalDate> first = new HashMap<>();
        kept.stream()
                .sorted(Comparator.comparing(Order::day))
                .forEach(order -> first.putIfAbsent(order.customer, order.day));
        List<String> won = first.entrySet().stream()
                .filter(customer -> customer.getValue().getMonthValue() == 2)
                .map(Map.Entry::getKey)
                .toList();
        assertThat(february("new_customers")).isEqualTo(won.size());
        assertThat(february("customer_value_to_date"))
                .isCloseTo(
                        sum(
                                        kept.stream()
                                                .filter(order -> won.contains(order.customer))
                                                .toList(),
                                        Order::paid)
                                / won.size(),
                        within(1e-6));
        // With orders of one day in the order of their numbers, as the store sees them.
        Map<String, Order> firstOrder = kept.stream()
                .collect(Collectors.toMap(
                        Order::customer,
                        order -> order,
                        (a, b) -> Comparator.comparing(Order::day)
                                                .thenComparing(Order::number)
                                                .compare(a, b)
                                        <= 0
                                ? a
                                : b));
        long customers = february.stream().map(Order::customer).distinct().count();
        long repeating = february.stream()
                .filter(order -> firstOrder.get(order.customer).number != order.number)
                .map(Order::customer)
                .distinct()
                .count();
        assertThat(february("repeat_rate")).isCloseTo((double) repeating / customers, within(1e-12));
    }

    private record Member(LocalDate from, LocalDate until, String customer, long monthly) {
        boolean before(LocalDate day) {
            return from.isBefore(day) && !until.isBefore(day);
        }

        boolean after(LocalDate day) {
            return !from.isAfter(day) && until.isAfter(day);
        }
    }

    @Test
    void subscriptions() {
        List<Member> members = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,subscription_id,customer_id,started_on,ended_on,mrr,currency\n");
        for (int i = 0; i < 150; i++) {
            LocalDate from = day();
            LocalDate until = from.plusDays(1 + random.nextInt(80));
            Member member = new Member(from, until, "c" + random.nextInt(60), 10_000L * (1 + random.nextInt(9)));
            members.add(member);
            text.append("club,%1$s,%1$s,s%2$d,%3$s,%1$s,%4$s,%5$d,IDR%n"
                    .formatted(from, i, member.customer, until, member.monthly));
        }
        rows.load("subscriptions", text.toString());

        LocalDate start = LocalDate.of(2026, 2, 1);
        LocalDate end = LocalDate.of(2026, 2, 28);
        Map<String, Double> before = value(members, member -> member.before(start));
        Map<String, Double> after = value(members, member -> member.after(end));
        long lost = before.keySet().stream()
                .filter(customer -> !after.containsKey(customer))
                .count();
        assertThat(february("churn_rate")).isCloseTo((double) lost / before.size(), within(1e-12));
        assertThat(february("mrr"))
                .isEqualTo(
                        after.values().stream().mapToDouble(Double::doubleValue).sum());
        double stayed = before.keySet().stream()
                .mapToDouble(customer -> after.getOrDefault(customer, 0.0))
                .sum();
        double old = before.values().stream().mapToDouble(Double::doubleValue).sum();
        assertThat(february("net_revenue_retention")).isCloseTo(stayed / old, within(1e-12));
        assertThat(old
                        + february("new_mrr")
                        + february("reactivated_mrr")
                        + february("expansion_mrr")
                        - february("contraction_mrr")
                        - february("churned_mrr"))
                .as("what came and went leads from the start to the end")
                .isEqualTo(february("mrr"));
    }

    private static Map<String, Double> value(List<Member> members, Predicate<Member> active) {
        return members.stream()
                .filter(active)
                .collect(Collectors.groupingBy(Member::customer, Collectors.summingDouble(Member::monthly)));
    }

    private record Mailing(long sent, long delivered, long opened, long byMachines) {}

    @Test
    void email() {
        List<Mailing> mailings = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,campaign,sent,delivered,unique_opens,machine_opens,revenue,currency\n");
        for (int i = 0; i < 12; i++) {
            long delivered = 100 + random.nextInt(900);
            long opened = random.nextInt((int) delivered);
            Mailing mailing = new Mailing(delivered + 5, delivered, opened, random.nextInt((int) opened + 1));
            mailings.add(mailing);
            LocalDate day = FIRST.plusDays(i * 2);
            text.append("mail,%1$s,%1$s,k%2$d,%3$d,%4$d,%5$d,%6$d,%2$d000,IDR%n"
                    .formatted(day, i, mailing.sent, delivered, opened, mailing.byMachines));
        }
        rows.load("email_stats", text.toString());
        double delivered = sum(mailings, Mailing::delivered);
        assertThat(january("email_open_rate")).isCloseTo(sum(mailings, Mailing::opened) / delivered, within(1e-12));
        assertThat(january("email_human_open_rate"))
                .isCloseTo(
                        (sum(mailings, Mailing::opened) - sum(mailings, Mailing::byMachines)) / delivered,
                        within(1e-12));
        assertThat(january("email_revenue_per_mail")).isCloseTo(66_000 / delivered, within(1e-9));
    }

    private record Query(boolean branded, double position, long impressions) {}

    @Test
    void brand() {
        List<Query> queries = new ArrayList<>();
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,basis,keyword,is_branded,position,clicks,impressions\n");
        StringBuilder said = new StringBuilder("account,period_start,period_end,mention_id,brand,is_branded\n");
        int own = 0;
        for (int i = 0; i < 40; i++) {
            Query query = new Query(random.nextBoolean(), 1 + random.nextInt(30), 1 + random.nextInt(400));
            queries.add(query);
            text.append("gsc,2026-01-01,2026-01-31,gsc_average,q%d,%s,%s,1,%d%n"
                    .formatted(i, query.branded, query.position, query.impressions));
            own += query.branded ? 1 : 0;
            said.append("press,2026-01-%1$02d,2026-01-%1$02d,m%2$d,%3$s,%4$s%n"
                    .formatted(1 + i % 28, i, query.branded ? "Laras" : "Lain", query.branded));
        }
        rows.load("search_rankings", text.toString());
        rows.load("mentions", said.toString());
        assertThat(january("average_position"))
                .isCloseTo(
                        sum(queries, query -> query.position * query.impressions) / sum(queries, Query::impressions),
                        within(1e-9));
        assertThat(january("branded_impressions"))
                .isEqualTo(sum(queries.stream().filter(Query::branded).toList(), Query::impressions));
        assertThat(january("share_of_voice")).isCloseTo(own / 40.0, within(1e-12));
        assertThat(january("mentions")).isEqualTo(own);
    }

    @Test
    void benchmarks_and_own_values() {
        rows.load("benchmarks", """
                account,period_start,period_end,provider,subject,metric,value,looseness
                ukur,2026-01-01,2026-01-31,A,fesyen,ctr,0.011,loose
                ukur,2026-02-01,2026-02-28,A,fesyen,ctr,0.013,loose
                """);
        rows.load("own_values", """
                account,period_start,period_end,metric,value,evidence
                ukur,2026-01-01,2026-01-31,kepuasan,8.5,survei
                """);
        assertThat(january("benchmark")).isEqualTo(0.011);
        assertThat(rows.total("benchmark", "2026-01-01", "2026-02-28"))
                .as("0.024 and 0.012 would both be wrong")
                .isEmpty();
        assertThat(january("own_value")).isEqualTo(8.5);
        assertThat(rows.total("own_value", "2026-01-01", "2026-01-15")).isEmpty();
    }

    private LocalDate day() {
        return FIRST.plusDays(random.nextInt(DAYS));
    }

    private double january(String metric) {
        return rows.total(metric, "2026-01-01", "2026-01-31").orElseThrow(() -> new AssertionError(metric));
    }

    private double february(String metric) {
        return rows.total(metric, "2026-02-01", "2026-02-28").orElseThrow(() -> new AssertionError(metric));
    }

    private static <T> double sum(List<T> items, ToDoubleFunction<T> number) {
        return items.stream().mapToDouble(number).sum();
    }

    private static <T> double share(List<T> items, Predicate<T> part) {
        return (double) items.stream().filter(part).count() / items.size();
    }
}
