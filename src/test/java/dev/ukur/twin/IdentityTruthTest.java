package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A shop whose people do not name themselves as they should, and whose simulator knows who they are: families with one
 * address, people with two, guests, orders the till types under its own address, hidden buyers of a marketplace, and visits
 * that web analytics did not see. Whoever is linked to a first visit must be linked to their own.
 */
class IdentityTruthTest {

    private static final LocalDate LAST = LocalDate.of(2026, 11, 22);
    private static final TwinOptions SHOP = new TwinOptions(
            3,
            90,
            3,
            LAST,
            List.of(new Incident(Incident.Kind.TRACKING, new Period(LAST.minusDays(45), LAST.minusDays(6)), "", 0.5)));

    private static final String TILL = "kasir@toko.example";

    /** What the shop's people write, by their number: a pure function of the order, so that it can be asked twice. */
    private static final Naming NAMES = new Naming() {
        @Override
        public String of(WebOrder order) {
            boolean even = order.name().charAt(order.name().length() - 1) % 2 == 0;
            String own = order.person().email();
            return switch (order.person().number() % 10) {
                case 0, 1, 2 -> "keluarga-" + order.person().number() / 10 % 8 + "@surel.example";
                case 3, 4, 8, 9 -> even ? own : "kantor." + own;
                case 5 -> even ? own : "";
                case 6 -> even ? own : TILL;
                case 7 -> even ? own : " " + own.toUpperCase(Locale.ROOT);
                default -> own;
            };
        }

        @Override
        public String of(MarketplaceOrder order) {
            return order.buyer().endsWith("3") ? "p*******3" : order.buyer();
        }
    };

    @TempDir
    static Path folder;

    private static Ukur ukur;
    private static Truths truth;

    /** Of each first order: the first channel that is known of its customer; none where it is not known. */
    private static Map<String, Optional<String>> told;

    @BeforeAll
    static void simulateAndImport() throws IOException {
        new Twin(SHOP, NAMES).write(folder, month -> {});
        truth = new Truths();
        new Twin(SHOP, NAMES).live(truth, month -> {});
        Files.delete(folder.resolve("goals.yaml"));
        write("sources/web.yaml", "extends: shopify.orders\nlocale: {nulls: ['', " + TILL + "]}\n");
        write("metrics/first.yaml", """
                facts:
                  first_orders:
                    needs: [orders]
                    sql: select * from customer_first_channels
                    dimensions: {order_number: order_id, first_channel: first_channel}
                dimensions:
                  order_number: {label: {id: Nomor pesanan, en: Order number}}
                measures:
                  first_orders:
                    unit: count
                    from: [{fact: first_orders, aggregate: count}]
                metrics:
                  first_orders:
                    label: {id: Pesanan pertama, en: First orders}
                    description: {id: Pesanan pertama tiap pelanggan., en: First order of each customer.}
                    formula: first_orders
                    unit: count
                    direction: up
                    role: outcome
                    defined_by: own
                    empty: {id: Tidak ada., en: None.}
                """);
        ukur = Ukur.open(folder, Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC));
        List<Path> exports = List.of("events", "shopify", "shopee").stream()
                .map(name -> folder.resolve(Twin.EXPORTS).resolve(name))
                .toList();
        assertThat(ukur.load(exports, ImportOptions.standard()).files())
                .extracting(FileReport::rejected)
                .containsOnly(0L);
        told = ukur
                .query(new MetricQuery(
                        List.of("first_orders"),
                        List.of("order_number", "first_channel"),
                        Grain.TOTAL,
                        Optional.of(SHOP.days()),
                        Optional.empty(),
                        Optional.empty()))
                .rows()
                .stream()
                .collect(Collectors.toMap(
                        row -> String.valueOf(row.get(0)), row -> Optional.ofNullable((String) row.get(1))));
    }

    @AfterAll
    static void close() {
        if (ukur != null) {
            ukur.close();
        }
    }

    private static void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    /** A visit of a person. */
    private record Came(int person, long start, String channel, boolean seen) {}

    /** An order with the name on it, as one and the same however it is written; by whom, where the web shop knows. */
    private record Bought(String number, String name, int person, long placed, boolean kept, boolean seen) {}

    /** Who did what, seen by web analytics or not. */
    private static final class Truths implements Witness {

        private final List<Bought> orders = new ArrayList<>();
        private final List<Came> visits = new ArrayList<>();

        @Override
        public void visit(Visit visit) {
            visits.add(new Came(
                    visit.visitor().person().number(),
                    visit.start(),
                    visit.channel().label(),
                    visit.tracked()));
        }

        @Override
        public void order(WebOrder order, Visit visit, boolean first) {
            String name = NAMES.of(order).strip().toLowerCase(Locale.ROOT);
            orders.add(new Bought(
                    order.name(),
                    name.equals(TILL) ? "" : name,
                    order.person().number(),
                    order.placed(),
                    !order.isCancelled(),
                    visit.tracked()));
        }

        @Override
        public void marketplaceOrder(MarketplaceOrder order) {
            String name = NAMES.of(order);
            orders.add(new Bought(
                    order.number(), name.contains("*") ? "" : name, 0, order.placed(), !order.isCancelled(), false));
        }

        /** The first kept order of everybody who gave a name. */
        List<Bought> firstOrders() {
            return List.copyOf(orders.stream()
                    .filter(order -> order.kept() && !order.name().isEmpty())
                    .sorted(Comparator.comparingLong(Bought::placed))
                    .collect(Collectors.toMap(Bought::name, Function.identity(), (first, later) -> first))
                    .values());
        }

        /** The first visit of those who gave a name on orders of some kind, none after the first order. */
        Optional<Came> firstVisit(Bought first, Predicate<Bought> some) {
            Set<Integer> people = orders.stream()
                    .filter(order -> order.name().equals(first.name()) && some.test(order))
                    .map(Bought::person)
                    .collect(Collectors.toSet());
            return visits.stream()
                    .filter(visit -> people.contains(visit.person()) && visit.start() <= first.placed() && visit.seen())
                    .min(Comparator.comparingLong(Came::start));
        }
    }

    @Test
    void the_shop_has_all_these_people() {
        List<Bought> named = truth.orders.stream()
                .filter(order -> order.person() > 0 && !order.name().isEmpty())
                .toList();
        assertThat(several(named, Bought::name, Bought::person)).as("families").isGreaterThan(4);
        assertThat(several(named, Bought::person, Bought::name))
                .as("people with two addresses")
                .isPositive();
        assertThat(truth.orders.stream().filter(order -> order.name().isEmpty()))
                .as("guests, the till, hidden buyers")
                .hasSizeGreaterThan(20);
    }

    /** How many of one kind go with more than one of the other. */
    private static long several(List<Bought> orders, Function<Bought, ?> of, Function<Bought, ?> other) {
        return orders.stream()
                .collect(Collectors.groupingBy(of, Collectors.mapping(other, Collectors.toSet())))
                .values()
                .stream()
                .filter(others -> others.size() > 1)
                .count();
    }

    @Test
    void every_name_on_an_order_is_one_customer_and_nobody_who_gave_none_is() {
        assertThat(told.keySet())
                .containsExactlyInAnyOrderElementsOf(
                        truth.firstOrders().stream().map(Bought::number).toList());
    }

    @Test
    void who_was_seen_ordering_has_their_own_first_visit_and_nobody_has_another() {
        Map<String, Optional<String>> known = truth.firstOrders().stream()
                .collect(Collectors.toMap(
                        Bought::number,
                        order -> truth.firstVisit(order, Bought::seen).map(Came::channel)));
        assertThat(told).isEqualTo(known);
    }

    @Test
    void coverage_is_the_share_found_and_four_of_five_are_found_whose_first_visit_was_seen_at_all() {
        long found = told.values().stream().filter(Optional::isPresent).count();
        long seen = truth.firstOrders().stream()
                .filter(order -> truth.firstVisit(order, any -> true).isPresent())
                .count();
        assertThat(ukur.query(MetricQuery.total("first_channel_coverage", SHOP.days()))
                        .rows()
                        .get(0)
                        .get(0))
                .isEqualTo((double) found / truth.firstOrders().size());
        assertThat(found).isBetween(seen * 4 / 5, seen - 1);
    }
}
