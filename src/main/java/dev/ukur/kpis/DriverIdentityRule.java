package dev.ukur.kpis;

import dev.ukur.model.DriverLink;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;

/** What the driver tree calls an identity holds in every period of the data, to the last digits a computer keeps. */
final class DriverIdentityRule implements GoalRule {

    @Override
    public List<Problem> check(CheckedGoals goals) {
        IdentityCheck identities = new IdentityCheck(goals.metrics(), goals.numbers());
        return goals.strategy().drivers().stream()
                .filter(link -> link.relation().isIdentity())
                .flatMap(link -> problem(link, identities.check(link)).stream())
                .toList();
    }

    private static Optional<Problem> problem(DriverLink link, IdentityCheck.Found found) {
        if (found.apart().isPresent()) {
            IdentityCheck.Apart apart = found.apart().get();
            return Optional.of(Problem.error("driver-identity-broken", link.at())
                    .with("metric", link.metric())
                    .with("formula", IdentityCheck.formula(link))
                    .with("period", apart.period())
                    .with("value", WrittenNumber.of(apart.value()))
                    .with("made", WrittenNumber.of(apart.made()))
                    .with("periods", found.periods()));
        }
        return found.periods() > 0
                ? Optional.empty()
                : Optional.of(Problem.warning("driver-identity-unchecked", link.at())
                        .with("metric", link.metric())
                        .with("formula", IdentityCheck.formula(link)));
    }
}
