package dev.ukur.twin;

import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Writes {@code truth.json}: months; metrics, each with {@code total} by month and its cuts by month and member; and
 * what was planted. A month or member in which nothing happened is 0. Money has two decimals.
 */
final class TruthFile {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final TwinOptions options;
    private final List<YearMonth> months;

    TruthFile(TwinOptions options) {
        this.options = options;
        months = options.days().cut(Grain.MONTH).stream()
                .map(month -> YearMonth.from(month.first()))
                .toList();
    }

    void write(Path path, Truth truth) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", options.seed());
        root.put("from", options.days().first().toString());
        root.put("to", options.days().last().toString());
        ArrayNode list = root.putArray("months");
        months.forEach(month -> list.add(month.toString()));
        ObjectNode metrics = root.putObject("metrics");
        truth.metrics().forEach((name, counts) -> metric(metrics.putObject(name), counts));
        planted(root.putArray("planted"));
        lanes(root.putArray("lanes"));
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        String text = JSON.writer().with(printer).writeValueAsString(root) + "\n";
        Files.writeString(path, text, StandardCharsets.UTF_8);
    }

    private void metric(ObjectNode node, Counts counts) {
        ObjectNode total = node.putObject("total");
        for (YearMonth month : months) {
            put(total, month.toString(), counts.total(month), counts.money());
        }
        counts.cuts().forEach((dimension, byMonth) -> cut(node.putObject(dimension), byMonth, counts.money()));
    }

    private void cut(ObjectNode node, Map<YearMonth, Map<String, Long>> byMonth, boolean money) {
        TreeSet<String> members = new TreeSet<>();
        byMonth.values().forEach(month -> members.addAll(month.keySet()));
        for (YearMonth month : months) {
            ObjectNode row = node.putObject(month.toString());
            Map<String, Long> sums = byMonth.getOrDefault(month, Map.of());
            members.forEach(member -> put(row, member, sums.getOrDefault(member, 0L), money));
        }
    }

    private static void put(ObjectNode node, String name, long amount, boolean money) {
        if (money) {
            node.put(name, BigDecimal.valueOf(amount, 2));
        } else {
            node.put(name, amount);
        }
    }

    private void planted(ArrayNode list) {
        options.incidents()
                .forEach(incident -> plant(list, "fault", name(incident), incident.days())
                        .put("factor", incident.left())
                        .put("on", harmed(incident)));
        Season season = new Season(options.days());
        season.twinDates()
                .forEach(day -> plant(list, "season", "twin-date", new Period(day, day))
                        .put("factor", Season.TWIN_DATE_LIFT)
                        .put("marketplace_factor", Season.TWIN_DATE_LIFT_MARKETPLACE));
        season.lebaran().forEach(first -> {
            plant(
                            list,
                            "season",
                            "lebaran-ramp",
                            new Period(first.minusDays(Season.LEBARAN_RAMP_DAYS), first.minusDays(7)))
                    .put("factor", 1 + Season.LEBARAN_RAMP);
            plant(list, "season", "lebaran-dip", new Period(first.minusDays(1), first.plusDays(4)))
                    .put("factor", Season.LEBARAN_DIP);
        });
        plant(list, "season", "payday", options.days())
                .put("factor", Season.PAYDAY_LIFT)
                .put("on", "days 25 to 1 of each month");
        plant(list, "trend", "growth", options.days()).put("per_year", Season.GROWTH_PER_YEAR);
    }

    private static String name(Incident incident) {
        String kind = incident.kind() == Incident.Kind.TRACKING
                ? "tracking-break"
                : incident.kind().name().toLowerCase(Locale.ROOT);
        return incident.where().isEmpty() ? kind : kind + "-" + incident.where();
    }

    private static String harmed(Incident incident) {
        String on = incident.where().isEmpty() ? "" : " on " + incident.where();
        return switch (incident.kind()) {
            case CHECKOUT -> "begin_checkout to purchase" + on;
            case CART -> "view_item to add_to_cart" + on;
            case TRAFFIC -> "first visits" + on;
            case PRICE -> "price of web orders";
            case MARKETPLACE -> "new buyers in the marketplace";
            case TRACKING -> "visits seen by web analytics";
        };
    }

    private static ObjectNode plant(ArrayNode list, String kind, String name, Period days) {
        return list.addObject()
                .put("kind", kind)
                .put("name", name)
                .put("from", days.first().toString())
                .put("to", days.last().toString());
    }

    /** How the ways into the shop differ; factors against an ordinary visitor. */
    private static void lanes(ArrayNode list) {
        for (Lane lane : Lanes.ALL) {
            list.addObject()
                    .put("channel", lane.channel().label())
                    .put("source", lane.source())
                    .put("campaign", lane.campaign())
                    .put("stays", lane.worth().stay())
                    .put("buying", lane.worth().buying())
                    .put("basket", lane.worth().basket())
                    .put("orders_again", lane.worth().again())
                    .put("club_loss_a_month", lane.worth().loss());
        }
    }
}
