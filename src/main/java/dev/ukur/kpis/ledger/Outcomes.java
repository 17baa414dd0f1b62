package dev.ukur.kpis.ledger;

import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.time.Period;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The values of complete periods as the ledger last knew them. */
final class Outcomes {

    private record Key(String goal, String metric, Period period) {}

    private final Map<Key, Double> values = new HashMap<>();

    Outcomes(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof OutcomeSeen seen) {
                values.put(new Key(seen.goal(), seen.metric(), seen.period()), seen.value());
            }
        }
    }

    Optional<Double> of(OutcomeSeen seen) {
        return of(seen.goal(), seen.metric(), seen.period());
    }

    Optional<Double> of(String goal, String metric, Period period) {
        return Optional.ofNullable(values.get(new Key(goal, metric, period)));
    }
}
