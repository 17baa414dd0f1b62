package dev.ukur.insights.why;

import dev.ukur.stats.Normal;
import dev.ukur.stats.compare.ManyTests;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Where a driver moved: the member whose own number moved differently from that of all others, by more than chance, among
 * all members of all dimensions. A driver that moved everywhere alike has no place.
 *
 * @param dimension by name
 * @param piece the member with its numbers
 * @param z how many standard errors its relative move lies from that of the others
 */
record Place(String dimension, Cut.Piece piece, double z) {

    /** In the order in which they are looked through. */
    static final List<String> DIMENSIONS = List.of(
            "device",
            "channel",
            "source",
            "campaign",
            "country",
            "landing_page",
            "sales_channel",
            "payment_method",
            "region",
            "platform",
            "product_category");

    private static final Set<String> MONEY = Set.of("revenue", "spend");
    private static final double RATE = 0.05;
    private static final double LEAST_COUNT = 10;
    private static final double LEAST_SHARE = 0.25;

    /** The place of a driver's move, if it has one. */
    static Optional<Place> of(Factor factor, Asking asking, Periods periods) {
        List<Place> candidates = new ArrayList<>();
        for (String dimension : DIMENSIONS) {
            cut(factor, dimension, asking, periods)
                    .ifPresent(cut -> candidates.addAll(new Contrast(factor, asking, periods).places(cut)));
        }
        double[] q = ManyTests.benjaminiHochberg(candidates.stream()
                .mapToDouble(place -> 2 * Normal.standard().atLeast(Math.abs(place.z())))
                .toArray());
        double change = factor.after() * scale(factor, periods, false) - factor.before() * scale(factor, periods, true);
        return java.util.stream.IntStream.range(0, q.length)
                .filter(i -> q[i] <= RATE)
                .mapToObj(candidates::get)
                .filter(place -> place.piece().contribution() / change >= LEAST_SHARE)
                .max(Comparator.comparingDouble(place -> Math.abs(place.z())));
    }

    /** The driver's number split over a dimension: a step over the one before, or how much there was. */
    static Optional<Cut> cut(Factor factor, String dimension, Asking asking, Periods periods) {
        Link of = factor.step().of();
        if (of.isDays() || factor.step().isBooked()) {
            return Optional.empty();
        }
        return factor.step()
                .over()
                .filter(link -> !link.isDays())
                .map(link -> Cut.ofRatio(factor.step(), dimension, asking, periods))
                .orElseGet(() -> Cut.ofSum(of, dimension, asking, periods));
    }

    private static double scale(Factor factor, Periods periods, boolean before) {
        boolean daily = factor.step().over().filter(Link::isDays).isPresent();
        return daily ? (before ? periods.before() : periods.after()).days() : 1;
    }

    /** A member's relative move against that of all others, by the delta method on logarithms of counts. */
    private record Contrast(Factor factor, Asking asking, Periods periods) {

        List<Place> places(Cut cut) {
            Optional<Map<String, Double>> before = counts(cut.dimension(), true);
            Optional<Map<String, Double>> after = counts(cut.dimension(), false);
            List<Place> places = new ArrayList<>();
            if (before.isEmpty() || after.isEmpty()) {
                return places;
            }
            for (Cut.Piece piece : cut.pieces()) {
                z(piece.member(), cut.dimension(), before.get(), after.get())
                        .ifPresent(z -> places.add(new Place(cut.dimension(), piece, z)));
            }
            return places;
        }

        /** What is counted for the error: of money, the orders it came with. */
        private Link counted() {
            boolean money = MONEY.contains(factor.step().of().measure());
            return money
                    ? factor.step()
                            .over()
                            .filter(link -> !link.isDays())
                            .orElse(factor.step().of())
                    : factor.step().of();
        }

        private Optional<Map<String, Double>> counts(String dimension, boolean before) {
            return asking.cut(counted(), dimension, before ? periods.before() : periods.after());
        }

        private Optional<Double> z(
                String member, String dimension, Map<String, Double> before, Map<String, Double> after) {
            double then = before.getOrDefault(member, 0.0);
            double now = after.getOrDefault(member, 0.0);
            double othersThen = sum(before) - then;
            double othersNow = sum(after) - now;
            if (Math.max(then, now) < LEAST_COUNT || Math.min(othersThen, othersNow) < LEAST_COUNT) {
                return Optional.empty();
            }
            Optional<double[]> rates = rates(member, dimension);
            if (rates.isEmpty()) {
                return Optional.empty();
            }
            double error = Math.sqrt(1 / (then + 0.5) + 1 / (now + 0.5) + 1 / othersThen + 1 / othersNow) * spread();
            return Optional.of(rates.get()[0] / error);
        }

        /** The logarithm of the member's relative move over that of the others. */
        private Optional<double[]> rates(String member, String dimension) {
            double[] logs = new double[2];
            for (int side = 0; side < 2; side++) {
                var days = side == 0 ? periods.before() : periods.after();
                Map<String, Double> of =
                        asking.cut(factor.step().of(), dimension, days).orElseThrow();
                double above = of.getOrDefault(member, 0.0);
                double below = 1;
                double othersAbove = sum(of) - above;
                double othersBelow = 1;
                Optional<Link> over = factor.step().over().filter(link -> !link.isDays());
                if (over.isPresent()) {
                    Map<String, Double> all =
                            asking.cut(over.get(), dimension, days).orElseThrow();
                    below = all.getOrDefault(member, 0.0);
                    othersBelow = sum(all) - below;
                }
                if (below < 1 && over.isPresent() || othersBelow <= 0 || othersAbove <= 0) {
                    return Optional.empty();
                }
                logs[side] = Math.log((above + 0.5) / below) - Math.log(othersAbove / othersBelow);
            }
            return Optional.of(new double[] {logs[1] - logs[0]});
        }

        /** Days differ by more than counts would: the square root of how much more. */
        private double spread() {
            double[] days = asking.daily(counted(), periods.before());
            double mean = java.util.Arrays.stream(days).average().orElse(0);
            if (days.length < 14 || mean <= 0) {
                return 1.2;
            }
            double squares = 0;
            for (int i = 7; i < days.length; i++) {
                squares += Math.pow(days[i] - days[i - 7], 2) / 2;
            }
            double more = squares / (days.length - 7) / mean;
            // What moves all members alike is not in the contrast; a part of it is taken as their own.
            return Math.sqrt(Math.max(1, Math.min(2, more)));
        }

        private static double sum(Map<String, Double> members) {
            return members.values().stream().mapToDouble(Double::doubleValue).sum();
        }
    }
}
