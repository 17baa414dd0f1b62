package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.ValueType;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Whether reports of whole days count days of the workspace's zone. Times can be moved to another zone; the days of a
 * report cannot, so beside the workspace's days they are off by some hours.
 */
public final class ZoneCheck {

    private static final Set<ValueType> TIMES = Set.of(ValueType.INSTANT, ValueType.INSTANT_DAY);

    private final WorkspaceSettings settings;
    private final Instant now;

    /** @param now when the offsets of the zones are compared */
    public ZoneCheck(WorkspaceSettings settings, Instant now) {
        this.settings = settings;
        this.now = now;
    }

    /** One warning for each profile whose account counts other days. */
    public List<Problem> check(List<SourceProfile> loaded) {
        return loaded.stream()
                .filter(profile -> !toldByTime(profile))
                .flatMap(profile -> other(profile).map(zone -> problem(profile, zone)).stream())
                .toList();
    }

    private Problem problem(SourceProfile profile, ZoneId zone) {
        return Problem.warning("source-zone-clash", Location.nowhere())
                .with("profile", profile.name())
                .with("zone", zone.getId())
                .with("own", settings.zone().getId());
    }

    private Optional<ZoneId> other(SourceProfile profile) {
        return FactFinder.settings(profile.name(), settings)
                .zone()
                .filter(zone -> !offset(zone).equals(offset(settings.zone())));
    }

    private Object offset(ZoneId zone) {
        return zone.getRules().getOffset(now);
    }

    private static boolean toldByTime(SourceProfile profile) {
        return profile.columns().stream()
                .map(rule -> rule.value().match(TypeOf.INSTANCE))
                .flatMap(Optional::stream)
                .anyMatch(TIMES::contains);
    }

    /** How a column is read, where it is read at all. */
    private enum TypeOf implements ColumnValue.Cases<Optional<ValueType>> {
        INSTANCE;

        @Override
        public Optional<ValueType> read(ColumnValue.Read read) {
            return Optional.of(read.type());
        }

        @Override
        public Optional<ValueType> derived(ColumnValue.Derived derived) {
            return Optional.empty();
        }
    }
}
