package dev.ukur.sources;

import dev.ukur.model.LoadRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.store.Loading;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Stages the groups of a file row by row, and keeps those that cannot be read, each with its reason. */
final class RowLoader {

    /** More quarantined rows than this are counted, not kept: such a file is held anyway. */
    private static final int MOST_KEPT = 50_000;

    private static final class Target {
        private final TablePlan plan;
        private final boolean once;
        private final RowKeys keys;
        private final Coverage coverage;
        private final Loading.RowSink sink;

        Target(TablePlan plan, boolean once, LoadRules.Duplicates duplicates, Loading.RowSink sink) {
            this.plan = plan;
            this.once = once;
            this.keys = new RowKeys(plan.shape(), plan.columns(), duplicates);
            this.coverage = new Coverage(plan);
            this.sink = sink;
        }

        void stage(long line, @Nullable Object[] values) {
            coverage.add(values);
            sink.row(line, values);
        }
    }

    private final List<Target> targets = new ArrayList<>();
    private final Loading loading;
    private final Extras extras;
    private final Map<String, Long> reasons = new TreeMap<>();
    private long read;
    private long rejected;
    private long repeated;
    private long withoutTime;

    /**
     * @param plans one a target of the profile, in its order
     * @param loading takes the rows
     * @param extras tells what of a row may be kept
     */
    RowLoader(List<TablePlan> plans, SourceProfile profile, Loading loading, Extras extras) {
        this.loading = loading;
        this.extras = extras;
        Set<String> once =
                profile.layout().group().map(group -> Set.copyOf(group.once())).orElse(Set.of());
        for (TablePlan plan : plans) {
            targets.add(new Target(
                    plan,
                    once.contains(plan.table()),
                    profile.load().duplicates(),
                    loading.into(plan.table(), plan.columns())));
        }
    }

    long read() {
        return read;
    }

    long rejected() {
        return rejected;
    }

    /** Rows that were in the file twice, in all parts equal. */
    long repeated() {
        return repeated;
    }

    /** Things whose own time is unknown, counted once each. */
    long withoutTime() {
        return withoutTime;
    }

    /** Reject code to number of rows. */
    Map<String, Long> reasons() {
        return reasons;
    }

    /** What each table's rows cover, in the order of the plans. */
    List<Coverage> coverages() {
        return targets.stream().map(target -> target.coverage).toList();
    }

    /** Stages a group, or rejects all of it: a thing is loaded whole or not at all. */
    void load(List<SourceRow> group, ControlTotals totals) {
        read += group.size();
        List<Faults.@Nullable Fault> faults = new ArrayList<>();
        List<List<@Nullable Object[]>> rows = new ArrayList<>();
        boolean fellBack = false;
        for (int t = 0; t < targets.size(); t++) {
            List<@Nullable Object[]> ofTarget = new ArrayList<>();
            for (int line = 0; line < group.size(); line++) {
                TablePlan plan = targets.get(t).plan;
                @Nullable Object @Nullable [] values = plan.read(group.get(line), line + 1L);
                if (t == 0) {
                    totals.add(plan.state());
                    fellBack |= plan.fellBack();
                    faults.add(null);
                }
                if (values == null) {
                    faults.set(
                            line,
                            faults.get(line) == null ? plan.state().faults().first() : faults.get(line));
                } else {
                    ofTarget.add(values);
                }
            }
            rows.add(ofTarget);
        }
        if (faults.stream().anyMatch(java.util.Objects::nonNull)) {
            reject(group, faults);
        } else if (stage(group, rows) && fellBack) {
            withoutTime++;
        }
    }

    /** Counts rows that the engine has read and staged for the only table. */
    void took(long rows) {
        read += rows;
    }

    /** Stages what had to wait for the end of the file. */
    void finish() {
        for (Target target : targets) {
            target.keys.kept().forEach(kept -> target.stage(kept.line(), kept.values()));
        }
    }

    private boolean stage(List<SourceRow> group, List<List<@Nullable Object[]>> rows) {
        for (int t = 0; t < targets.size(); t++) {
            Target target = targets.get(t);
            List<@Nullable Object[]> ofTarget = rows.get(t);
            if (target.once) {
                String conflict = combine(target.plan, ofTarget);
                if (conflict != null) {
                    rejectAll(group, new Faults.Fault("group_conflict", conflict, null));
                    return false;
                }
                ofTarget = List.<@Nullable Object[]>of(ofTarget.get(0));
            }
            for (int line = 0; line < ofTarget.size(); line++) {
                if (!stage(target, group.get(line), ofTarget.get(line))) {
                    rejectAll(group, new Faults.Fault("duplicate_in_file", keyName(target.plan), null));
                    return false;
                }
            }
        }
        return true;
    }

    private boolean stage(Target target, SourceRow row, @Nullable Object[] values) {
        return switch (target.keys.add(row.line(), values)) {
            case NEW -> {
                target.stage(row.line(), values);
                yield true;
            }
            case AGAIN -> {
                repeated++;
                yield true;
            }
            case KEPT -> true;
            case CONFLICT -> false;
        };
    }

    /** Makes the first line stand for all; answers the column in which lines contradict each other, or null. */
    private static @Nullable String combine(TablePlan plan, List<@Nullable Object[]> lines) {
        @Nullable Object[] whole = lines.get(0);
        for (int line = 1; line < lines.size(); line++) {
            @Nullable Object[] more = lines.get(line);
            for (int i = 0; i < whole.length; i++) {
                if (plan.isSummed(i)) {
                    whole[i] = RowKeys.sum(whole[i], more[i]);
                } else if (whole[i] == null) {
                    whole[i] = more[i];
                } else if (more[i] != null
                        && !whole[i].equals(more[i])
                        && !plan.columns().get(i).equals("extra")) {
                    return plan.columns().get(i);
                }
            }
        }
        return null;
    }

    private static String keyName(TablePlan plan) {
        return String.join(", ", plan.shape().key());
    }

    private void reject(List<SourceRow> group, List<Faults.@Nullable Fault> faults) {
        Faults.Fault first =
                faults.stream().filter(java.util.Objects::nonNull).findFirst().orElseThrow();
        for (int line = 0; line < group.size(); line++) {
            Faults.Fault own = faults.get(line);
            reject(group.get(line), own == null ? first : own);
        }
    }

    private void rejectAll(List<SourceRow> group, Faults.Fault fault) {
        group.forEach(row -> reject(row, fault));
    }

    private void reject(SourceRow row, Faults.Fault fault) {
        rejected++;
        reasons.merge(fault.reason(), 1L, Long::sum);
        if (rejected <= MOST_KEPT) {
            String value = fault.value() == null || Extras.holdsAddress(fault.value()) ? null : fault.value();
            loading.reject(new Loading.Reject(row.line(), fault.reason(), fault.column(), value, extras.whole(row)));
        }
    }
}
