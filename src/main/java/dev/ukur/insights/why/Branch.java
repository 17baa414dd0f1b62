package dev.ukur.insights.why;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A chain of numbers, each over the one before it: days, visits a day, orders a visit, revenue an order. Their product is
 * the last number, whatever stands between.
 *
 * @param member of the dimension by which a tree branches; empty when it does not
 * @param chain from the widest to the one asked about
 * @param rate whether the first one is only what the others are counted against, as in a conversion rate
 */
record Branch(Optional<String> member, List<Link> chain, boolean rate) {

    Branch {
        chain = List.copyOf(chain);
    }

    static Branch counting(String... measures) {
        List<Link> links = new ArrayList<>(List.of(Link.DAYS));
        for (String measure : measures) {
            links.add(Link.of(measure));
        }
        return new Branch(Optional.empty(), links, false);
    }

    /** A number of its own, whatever days the period has. */
    static Branch of(String measure) {
        return new Branch(Optional.empty(), List.of(Link.of(measure)), false);
    }

    static Branch rate(String... measures) {
        return new Branch(
                Optional.empty(), List.of(measures).stream().map(Link::of).toList(), true);
    }

    /** The number that the chain makes up. */
    Link last() {
        return chain.get(chain.size() - 1);
    }

    /** This branch with the numbers that are known only. */
    Branch keeping(java.util.function.Predicate<Link> known) {
        return new Branch(member, chain.stream().filter(known).toList(), rate);
    }

    /** The factors whose product the last number is. */
    List<Step> steps() {
        List<Step> steps = new ArrayList<>();
        for (int i = rate ? 1 : 0; i < chain.size(); i++) {
            steps.add(new Step(chain.get(i), i == 0 ? Optional.empty() : Optional.of(chain.get(i - 1))));
        }
        return steps;
    }

    /** One number, over another where there is one. */
    record Step(Link of, Optional<Link> over) {

        private static final Set<String> BOOKED = Set.of("acquisition_costs");

        /** Whether its number is known from the books, so that no move of it is chance. */
        boolean isBooked() {
            return BOOKED.contains(of.measure());
        }

        /** The end of its text's key. */
        String word() {
            return over.filter(link -> !link.isDays())
                    .map(link -> of.measure() + "-per-" + link.measure())
                    .orElse(of.measure());
        }
    }
}
