package dev.ukur.kpis.ledger;

import dev.ukur.kpis.ledger.Entry.TargetRetired;
import dev.ukur.kpis.ledger.Entry.TargetSet;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The targets that hold after all entries: the newest of each goal and due day that was not retired. */
final class StandingTargets {

    private record Key(String goal, LocalDate due) {}

    private final Map<Key, TargetSet> standing = new LinkedHashMap<>();

    StandingTargets(List<Entry> entries) {
        for (Entry entry : entries) {
            if (entry instanceof TargetSet set) {
                standing.put(new Key(set.goal(), set.due()), set);
            } else if (entry instanceof TargetRetired gone) {
                standing.remove(new Key(gone.goal(), gone.due()));
            }
        }
    }

    Optional<TargetSet> of(String goal, LocalDate due) {
        return Optional.ofNullable(standing.get(new Key(goal, due)));
    }

    Collection<TargetSet> all() {
        return standing.values();
    }
}
