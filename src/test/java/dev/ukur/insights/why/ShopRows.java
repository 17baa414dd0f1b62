package dev.ukur.insights.why;

import dev.ukur.metrics.Rows;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Visits and orders of a made-up shop, as lines of tables. */
final class ShopRows {

    static final LocalDate FIRST = LocalDate.of(2026, 5, 4);

    private final List<String> visits = new ArrayList<>();
    private final List<String> orders = new ArrayList<>();
    private final List<String> mails = new ArrayList<>();
    private final List<String> ads = new ArrayList<>();
    private final List<String> costs = new ArrayList<>();
    private int number;

    /** One kind of visits: so many a day, of which so many reach each step. */
    record Flow(String device, String channel, int visits, int carts, int checkouts, int purchases) {}

    /** A run of days of one flow; the counts are those of each day. */
    ShopRows days(int from, int to, Flow flow) {
        return days(from, to, flow, false);
    }

    /** A run of days of visits by a channel that see one page and leave. */
    ShopRows bounces(int from, int to, String channel, int aDay) {
        return days(from, to, new Flow("desktop", channel, aDay, 0, 0, 0), true);
    }

    private ShopRows days(int from, int to, Flow flow, boolean bounced) {
        for (int day = from; day < to; day++) {
            for (int i = 0; i < flow.visits(); i++) {
                visit(FIRST.plusDays(day), flow, i, bounced);
            }
        }
        return this;
    }

    /** A run of days with that many clicks on ads a day, each at a price. */
    ShopRows ads(int from, int to, int clicks, int price) {
        for (int day = from; day < to; day++) {
            LocalDate on = FIRST.plusDays(day);
            ads.add("ads,%s,%s,campaign,google,C,google,cpc,Paid Search,%d,%d,%d.00,IDR"
                    .formatted(on, on, 100 * clicks, clicks, clicks * price));
        }
        return this;
    }

    /** Salaries of a run of days, booked as one sum. */
    ShopRows salaries(int from, int to, int amount) {
        costs.add(
                "books,%s,%s,Gaji,salary,,%d.00,IDR".formatted(FIRST.plusDays(from), FIRST.plusDays(to - 1L), amount));
        return this;
    }

    /** A run of days with a mailing each, to a thousand people. */
    ShopRows mails(int from, int to, int opens, int clicks) {
        for (int day = from; day < to; day++) {
            LocalDate on = FIRST.plusDays(day);
            mails.add("mail,%s,%s,m%d,M,1000,1000,%d,%d".formatted(on, on, day, opens, clicks));
        }
        return this;
    }

    /** A run of days with that many orders a day, each of a value. */
    ShopRows orders(int from, int to, int aDay, int value) {
        return orders("shop", from, to, aDay, value);
    }

    ShopRows orders(String account, int from, int to, int aDay, int value) {
        for (int day = from; day < to; day++) {
            for (int i = 0; i < aDay; i++) {
                LocalDate on = FIRST.plusDays(day);
                orders.add("%1$s,%2$s,%2$s,#%3$d-%4$d,%2$sT03:00:00Z,paid,web,c%1$s-%3$d-%4$d,%5$d.00,IDR"
                        .formatted(account, on, day, i, value));
            }
        }
        return this;
    }

    /** Puts all of it into a store, in an order of its own. */
    void load(Rows rows, long seed) {
        load(
                rows,
                "visits",
                visits,
                seed,
                "account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,channel,is_paid,device,"
                        + "is_new,pageviews,events,bounced,engaged,duration_s,purchases,form_submits,sign_ups,add_to_carts,checkouts,built_by");
        load(
                rows,
                "email_stats",
                mails,
                seed,
                "account,period_start,period_end,campaign_id,campaign,sent,delivered,unique_opens,unique_clicks");
        load(
                rows,
                "ad_performance",
                ads,
                seed,
                "account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,impressions,clicks,spend,currency");
        load(rows, "costs", costs, seed, "account,period_start,period_end,item,category,channel,amount,currency");
        List<String> accounts = orders.stream()
                .map(line -> line.substring(0, line.indexOf(',')))
                .distinct()
                .toList();
        for (String account : accounts) {
            load(
                    rows,
                    "orders",
                    orders.stream()
                            .filter(line -> line.startsWith(account + ","))
                            .toList(),
                    seed,
                    "account,period_start,period_end,order_id,ordered_at,status,sales_channel,customer_id,total_paid,currency");
        }
    }

    private static void load(Rows rows, String table, List<String> lines, long seed, String head) {
        if (!lines.isEmpty()) {
            List<String> shuffled = new ArrayList<>(lines);
            Collections.shuffle(shuffled, new Random(seed));
            rows.load(table, head + "\n" + String.join("\n", shuffled));
        }
    }

    private void visit(LocalDate day, Flow flow, int i, boolean bounced) {
        String id = "v" + number++;
        visits.add(String.join(
                ",",
                "web",
                day.toString(),
                day.toString(),
                id,
                "p" + id,
                day + "T03:00:00Z",
                day + "T03:05:00Z",
                flow.channel(),
                "false",
                flow.device(),
                "true",
                bounced ? "1" : "3",
                bounced ? "1" : "3",
                Boolean.toString(bounced),
                Boolean.toString(!bounced),
                bounced ? "0" : "300",
                i < flow.purchases() ? "1" : "0",
                "0",
                "0",
                i < flow.carts() ? "1" : "0",
                i < flow.checkouts() ? "1" : "0",
                "test"));
    }
}
