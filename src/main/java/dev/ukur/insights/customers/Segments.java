package dev.ukur.insights.customers;

import dev.ukur.insights.Evidence;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.customers.Buyers.Buyer;
import dev.ukur.model.MetricUnit;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Customers by recency, frequency and money. Recent is whoever bought within the typical time between two orders (three
 * quarters of all gaps are shorter), asleep who has been silent for more than twice that; frequent from three orders on;
 * big who paid more than four in five customers.
 */
final class Segments {

    private static final int OFTEN = 3;
    private static final int USUAL_GAP = 90;
    private static final double THREE_QUARTERS = 0.75;
    private static final double FOUR_FIFTHS = 0.8;

    private final Buyers buyers;
    private final long gap;
    private final double much;
    private final Map<Name, List<Buyer>> members;

    /** The segments, the best first. */
    enum Name {
        CHAMPIONS,
        LOYAL,
        BIG,
        NEW,
        COOLING,
        ASLEEP_LOYAL,
        ASLEEP;

        String word() {
            return "segment-" + name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
        }
    }

    Segments(Buyers buyers) {
        this.buyers = buyers;
        this.gap = gap(buyers);
        double[] totals =
                buyers.all().stream().mapToDouble(Buyer::total).sorted().toArray();
        this.much = totals[(int) Math.min(totals.length - 1, Math.floor(FOUR_FIFTHS * totals.length))];
        this.members = buyers.all().stream()
                .collect(Collectors.groupingBy(this::of, () -> new EnumMap<>(Name.class), Collectors.toList()));
    }

    private static long gap(Buyers buyers) {
        long[] gaps = buyers.all().stream()
                .flatMapToLong(buyer -> {
                    long[] own = new long[buyer.days().size() - 1];
                    for (int i = 0; i < own.length; i++) {
                        own[i] = buyer.days().get(i + 1).toEpochDay()
                                - buyer.days().get(i).toEpochDay();
                    }
                    return Arrays.stream(own);
                })
                .sorted()
                .toArray();
        return gaps.length == 0 ? USUAL_GAP : gaps[(int) Math.floor(THREE_QUARTERS * (gaps.length - 1))];
    }

    Name of(Buyer buyer) {
        long silent = buyers.until().toEpochDay() - buyer.last().toEpochDay();
        boolean often = buyer.days().size() >= OFTEN;
        boolean big = buyer.total() > much;
        if (silent > 2 * gap) {
            return often || big ? Name.ASLEEP_LOYAL : Name.ASLEEP;
        }
        if (silent > gap) {
            return Name.COOLING;
        }
        if (often) {
            return big ? Name.CHAMPIONS : Name.LOYAL;
        }
        return big ? Name.BIG : Name.NEW;
    }

    /** Good customers who have gone silent, and what they had paid. */
    Optional<Sentence> asleep() {
        List<Buyer> some = members.getOrDefault(Name.ASLEEP_LOYAL, List.of());
        return some.isEmpty()
                ? Optional.empty()
                : Optional.of(Sentence.of("behaviour-asleep")
                        .with("count", some.size())
                        .with("days", new Term.Amount(2 * gap, MetricUnit.DAYS))
                        .with("paid", new Term.Amount(paid(some), MetricUnit.MONEY)));
    }

    Evidence table() {
        double all = paid(buyers.all());
        Evidence table = Evidence.of("behaviour_segments")
                .words("segment")
                .number("customers")
                .number("share_of_customers")
                .number("paid_so_far")
                .number("share_of_revenue")
                .words("advice");
        for (Name name : Name.values()) {
            List<Buyer> some = members.getOrDefault(name, List.of());
            table = table.row(
                    Term.words(name.word()),
                    Term.count(some.size()),
                    Term.share((double) some.size() / buyers.all().size()),
                    new Term.Amount(paid(some), MetricUnit.MONEY),
                    all == 0 ? Term.UNKNOWN : Term.share(paid(some) / all),
                    Term.words(name.word() + "-advice"));
        }
        return table;
    }

    private static double paid(List<Buyer> some) {
        return some.stream().mapToDouble(Buyer::total).sum();
    }
}
