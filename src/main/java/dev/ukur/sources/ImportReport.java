package dev.ukur.sources;

import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What an import did, file by file.
 *
 * @param files one entry a file or archive member that was looked at
 * @param previews of a dry run, by file as its report names it
 * @param state what a tap wants to be told at its next run, as JSON; only when all of its streams were loaded
 */
public record ImportReport(List<FileReport> files, Map<String, Preview> previews, Optional<String> state) {

    public ImportReport {
        files = List.copyOf(files);
        previews = Map.copyOf(previews);
    }

    /** A report without previews. */
    public ImportReport(List<FileReport> files) {
        this(files, Map.of(), Optional.empty());
    }

    /** Whether the tables hold other rows than before. */
    public boolean changed() {
        return files.stream()
                .filter(file -> file.outcome() == Outcome.LOADED)
                .anyMatch(file -> file.loaded() + file.changed() > 0);
    }

    /** What became of a file. */
    public enum Outcome {
        /** Loaded, perhaps with rejected rows. */
        LOADED,
        /** The same bytes were loaded before with the same profile; nothing was done. */
        ALREADY_LOADED,
        /** Not loaded; the problems say why. The workspace is as it was. */
        REFUSED,
        /** Too many rows were rejected or a control total differs: read, but not loaded. */
        HELD,
        /** Read and checked only, on request. */
        DRY_RUN,
        /** Not an export: a sidecar or a file no profile wants and that may be passed over. */
        SKIPPED
    }

    /**
     * One file.
     *
     * @param file as the user named it; a member as {@code archive.zip!member.csv}
     * @param outcome what became of it
     * @param profile the profile that read it
     * @param load number of the load (of the first load, when already loaded)
     * @param read rows read
     * @param loaded rows new
     * @param changed rows that superseded earlier ones
     * @param unchanged rows equal to what was there
     * @param rejected rows in quarantine
     * @param controlTotals totals the file states, against the rows
     * @param reasons reject code to number of rows
     * @param period days the rows speak of
     * @param problems refusals, warnings and notes
     */
    public record FileReport(
            String file,
            Outcome outcome,
            Optional<String> profile,
            Optional<Long> load,
            long read,
            long loaded,
            long changed,
            long unchanged,
            long rejected,
            List<ControlTotal> controlTotals,
            Map<String, Long> reasons,
            Optional<dev.ukur.time.Period> period,
            List<Problem> problems) {

        public FileReport {
            controlTotals = List.copyOf(controlTotals);
            reasons = Map.copyOf(reasons);
            problems = List.copyOf(problems);
        }

        /** The same file under another name, with its problems told anew. */
        public FileReport named(String name, List<Problem> told) {
            return new FileReport(
                    name,
                    outcome,
                    profile,
                    load,
                    read,
                    loaded,
                    changed,
                    unchanged,
                    rejected,
                    controlTotals,
                    reasons,
                    period,
                    told);
        }
    }

    /**
     * A total the file states.
     *
     * @param label as in the file, for example {@code Total: Campaigns}
     * @param column canonical column
     * @param stated by the file
     * @param summed from the rows
     * @param matches whether they agree within tolerance
     * @param binding whether this total must agree (a total of a wider whole may be larger)
     */
    public record ControlTotal(
            String label,
            String column,
            java.math.BigDecimal stated,
            java.math.BigDecimal summed,
            boolean matches,
            boolean binding) {}
}
