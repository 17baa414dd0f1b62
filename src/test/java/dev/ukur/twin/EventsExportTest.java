package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Rebuilds visits from the written events by the rules of the event stream, and compares with the truth. */
class EventsExportTest {

    private static final Duration SILENCE = Duration.ofMinutes(30);
    private static final ZoneId ZONE = ZoneId.of("Asia/Jakarta");
    private static final Set<String> CONVERSIONS = Set.of("Order Completed", "Form Submitted", "Signed Up");

    private static TinyShop shop;
    private static List<List<Event>> visits;

    @BeforeAll
    static void readVisits(@TempDir Path folder) throws IOException {
        shop = TinyShop.write(folder);
        visits = visits(events());
    }

    @Test
    void visits_by_the_half_hour_rule_are_the_true_visits_of_each_month_and_channel() {
        assertThat(sums(visit -> 1)).isEqualTo(shop.truth("visits", "channel"));
    }

    @Test
    void pages_and_actions_of_visits_are_the_true_ones() {
        assertThat(sums(visit -> count(visit, "page"))).isEqualTo(shop.truth("page_views", "channel"));
        assertThat(sums(visit -> count(visit, "Order Completed"))).isEqualTo(shop.truth("purchases", "channel"));
        assertThat(sums(visit -> count(visit, "Checkout Started"))).isEqualTo(shop.truth("checkouts", "channel"));
        assertThat(sums(visit -> count(visit, "Product Added"))).isEqualTo(shop.truth("add_to_carts", "channel"));
        assertThat(sums(visit -> count(visit, "Form Submitted"))).isEqualTo(shop.truth("form_submits", "channel"));
        assertThat(sums(visit -> count(visit, "Signed Up"))).isEqualTo(shop.truth("sign_ups", "channel"));
    }

    @Test
    void engaged_and_bounced_visits_and_their_seconds_are_the_true_ones() {
        assertThat(sums(visit -> engaged(visit) ? 1 : 0)).isEqualTo(shop.truth("engaged_visits", "channel"));
        assertThat(sums(visit -> engaged(visit) ? 0 : 1)).isEqualTo(shop.truth("bounces", "channel"));
        assertThat(sums(visit -> (int) length(visit).toSeconds())).isEqualTo(shop.truth("visit_duration_s", "channel"));
    }

    @Test
    void visitors_are_distinct_in_a_month_and_new_once_in_their_life() {
        Set<String> seenInMonth = new HashSet<>();
        Set<String> seenEver = new HashSet<>();
        List<List<Event>> inTime = visits.stream()
                .sorted(Comparator.comparing((List<Event> visit) -> visit.get(0).time()))
                .toList();
        TreeMap<String, BigDecimal> visitors = zeros("visitors");
        TreeMap<String, BigDecimal> newcomers = zeros("new_visitors");
        for (List<Event> visit : inTime) {
            Event first = visit.get(0);
            if (seenInMonth.add(first.month() + first.visitor())) {
                visitors.merge(first.month(), BigDecimal.ONE, BigDecimal::add);
            }
            if (seenEver.add(first.visitor())) {
                newcomers.merge(first.month(), BigDecimal.ONE, BigDecimal::add);
            }
        }

        assertThat(visitors).isEqualTo(shop.truth("visitors"));
        assertThat(newcomers).isEqualTo(shop.truth("new_visitors"));
    }

    @Test
    void silences_within_a_visit_are_clearly_shorter_than_those_between_visits() {
        Map<String, Event> last = new HashMap<>();
        for (List<Event> visit : visits) {
            Event before = last.put(visit.get(0).visitor(), visit.get(visit.size() - 1));
            if (before != null) {
                assertThat(Duration.between(before.time(), visit.get(0).time())).isGreaterThan(Duration.ofMinutes(35));
            }
            for (int i = 1; i < visit.size(); i++) {
                assertThat(Duration.between(
                                visit.get(i - 1).time(), visit.get(i).time()))
                        .isLessThan(Duration.ofMinutes(25));
            }
        }
    }

    @Test
    void the_broken_tag_loses_about_a_third_of_the_visits_of_its_days_and_none_before() {
        BigDecimal seen = sum("visits");
        BigDecimal happened = sum("actual_visits");

        assertThat(shop.truth("visits").get("2026-08"))
                .isEqualTo(shop.truth("actual_visits").get("2026-08"));
        assertThat(seen).isLessThan(happened);
        assertThat(shop.whole().get("planted").get(1).get("from").asString()).isEqualTo("2026-09-13");
    }

    @Test
    void the_broken_checkout_shows_on_phones_in_its_days_only() {
        double broken = completion(true);
        double sound = completion(false);

        assertThat(broken).isLessThan(sound * 0.7);
    }

    private static double completion(boolean inFault) {
        long checkouts = 0;
        long purchases = 0;
        for (List<Event> visit : visits) {
            String day = visit.get(0).time().atZone(ZONE).toLocalDate().toString();
            boolean within = day.compareTo("2026-06-23") >= 0 && day.compareTo("2026-07-01") <= 0;
            if (within == inFault && visit.get(0).device().equals("mobile")) {
                checkouts += count(visit, "Checkout Started");
                purchases += count(visit, "Order Completed");
            }
        }
        return purchases / (double) checkouts;
    }

    private static BigDecimal sum(String metric) {
        return shop.truth(metric).values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    private static TreeMap<String, BigDecimal> zeros(String metric) {
        TreeMap<String, BigDecimal> zeros = shop.truth(metric);
        zeros.replaceAll((month, sum) -> BigDecimal.ZERO);
        return zeros;
    }

    private interface Measure {
        int of(List<Event> visit);
    }

    private static TreeMap<String, BigDecimal> sums(Measure measure) {
        TreeMap<String, BigDecimal> sums = new TreeMap<>();
        for (List<Event> visit : visits) {
            Event first = visit.get(0);
            int amount = measure.of(visit);
            if (amount != 0) {
                sums.merge(first.month() + " " + first.channel(), BigDecimal.valueOf(amount), BigDecimal::add);
            }
        }
        return sums;
    }

    private static int count(List<Event> visit, String name) {
        return (int) visit.stream().filter(event -> event.name().equals(name)).count();
    }

    private static Duration length(List<Event> visit) {
        return Duration.between(visit.get(0).time(), visit.get(visit.size() - 1).time());
    }

    private static boolean engaged(List<Event> visit) {
        return length(visit).toMillis() >= 10_000
                || count(visit, "page") >= 2
                || visit.stream().anyMatch(event -> CONVERSIONS.contains(event.name()));
    }

    private static List<List<Event>> visits(List<Event> events) {
        List<Event> sorted = events.stream()
                .sorted(Comparator.comparing(Event::visitor)
                        .thenComparing(Event::time)
                        .thenComparing(Event::id))
                .toList();
        List<List<Event>> visits = new ArrayList<>();
        Event before = null;
        for (Event event : sorted) {
            boolean same = before != null
                    && before.visitor().equals(event.visitor())
                    && Duration.between(before.time(), event.time()).compareTo(SILENCE) <= 0;
            if (!same) {
                visits.add(new ArrayList<>());
            }
            visits.get(visits.size() - 1).add(event);
            before = event;
        }
        return visits;
    }

    private static List<Event> events() throws IOException {
        ObjectMapper json = new ObjectMapper();
        List<Event> events = new ArrayList<>();
        for (Path file : shop.files("events")) {
            try (BufferedReader lines = new BufferedReader(
                    new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
                lines.lines().map(json::readTree).map(Event::of).forEach(events::add);
            }
        }
        return events;
    }

    private record Event(
            String id, String visitor, Instant time, String name, String device, String source, String referrer) {

        static Event of(JsonNode line) {
            JsonNode context = line.get("context");
            return new Event(
                    line.get("messageId").asString(),
                    line.get("anonymousId").asString(),
                    Instant.parse(line.get("timestamp").asString()),
                    line.path("event").asString(line.get("type").asString()),
                    context.get("device").get("type").asString(),
                    context.path("campaign").path("source").asString("") + "/"
                            + context.path("campaign").path("medium").asString(""),
                    context.get("page").get("referrer").asString());
        }

        String month() {
            return time.atZone(ZONE).toLocalDate().toString().substring(0, 7);
        }

        /** The channel by the field's rules, written anew here. */
        String channel() {
            return switch (source) {
                case "google/cpc" -> "Paid Search";
                case "facebook/paid_social", "instagram/paid_social", "tiktok/paid_social" -> "Paid Social";
                case "facebook/social" -> "Organic Social";
                case "mailchimp/email" -> "Email";
                case "whatsapp/whatsapp" -> "WhatsApp";
                default -> byReferrer();
            };
        }

        private String byReferrer() {
            if (referrer.isEmpty()) {
                return "Direct";
            }
            if (referrer.contains("google.") || referrer.contains("bing.")) {
                return "Organic Search";
            }
            return referrer.contains("instagram.") ? "Organic Social" : "Referral";
        }
    }
}
