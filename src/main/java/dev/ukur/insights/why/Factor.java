package dev.ukur.insights.why;

import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import java.util.Optional;

/**
 * A driver in both periods, and what its move did to the number asked about.
 *
 * @param step what it is
 * @param branch the member of the tree's branch it belongs to
 * @param before its value then
 * @param after its value now
 * @param contribution to the change, in the unit of the number asked about
 * @param p how likely a move of this size is when nothing but chance moved it
 */
record Factor(Branch.Step step, Optional<String> branch, double before, double after, double contribution, double p) {

    Factor withP(double chance) {
        return new Factor(step, branch, before, after, contribution, chance);
    }

    /** Its name in words. */
    Term name() {
        Term driver = DriverNames.of(step);
        return branch.<Term>map(member -> new Term.Phrase(
                        Sentence.of("driver-of-branch").with("driver", driver).with("branch", member)))
                .orElse(driver);
    }

    MetricUnit unit() {
        return DriverNames.unit(step);
    }
}
