package dev.ukur.insights.customers;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.stats.compare.ManyTests;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Members of a dimension by one rate, each beside all others together; those of nobody are left out. */
final class MemberRates {

    private static final double FALSE_DISCOVERIES = 0.05;

    private final List<String> names = new ArrayList<>();
    private final List<Rate> own = new ArrayList<>();
    private final List<Rate> others = new ArrayList<>();
    private final double[] q;

    MemberRates(Map<String, Rate> members) {
        long hits = members.values().stream().mapToLong(Rate::hits).sum();
        long of = members.values().stream().mapToLong(Rate::of).sum();
        members.forEach((name, rate) -> {
            if (rate.of() > 0) {
                names.add(name);
                own.add(rate);
                others.add(new Rate(hits - rate.hits(), of - rate.of()));
            }
        });
        double[] p = new double[names.size()];
        for (int i = 0; i < p.length; i++) {
            p[i] = own.get(i).pAgainst(others.get(i));
        }
        q = ManyTests.benjaminiHochberg(p);
    }

    /**
     * A row for each member.
     *
     * @param head an empty table with columns for the name, how many, own rate, that of others and q
     */
    Evidence table(Evidence head) {
        List<List<Term>> rows = new ArrayList<>();
        for (int i = 0; i < names.size(); i++) {
            rows.add(List.of(
                    new Term.Text(names.get(i)),
                    Term.count(own.get(i).of()),
                    own.get(i).term(),
                    others.get(i).term(),
                    Chance.of(q[i])));
        }
        return head.rows(rows);
    }

    /**
     * Sentences about the members that differ from the others by more than chance.
     *
     * @param only the one member asked for; all when empty
     * @param more code of the sentence about one with more
     * @param less code of the sentence about one with less
     */
    List<Sentence> differences(Optional<String> only, String more, String less) {
        List<Sentence> differences = new ArrayList<>();
        for (int i = 0; i < q.length; i++) {
            boolean asked = only.isEmpty() || only.get().equals(names.get(i));
            if (asked && q[i] <= FALSE_DISCOVERIES && others.get(i).of() > 0) {
                boolean above = own.get(i).share() > others.get(i).share();
                differences.add(Sentence.of(above ? more : less)
                        .with("audience", names.get(i))
                        .with("share", own.get(i).term())
                        .with("others", others.get(i).term()));
            }
        }
        return differences;
    }
}
