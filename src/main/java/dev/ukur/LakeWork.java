package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.LakeReport;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The lake of the user's own: its tables, mapped in {@code lake.yaml}, are asked where they are or brought into the workspace by
 * day, and nothing is written. Or the workspace keeps its canonical tables there, where {@code ukur.yaml} names a place for
 * their files, and asks those. Every call may come back with {@code lake-...} (what is wrong in the mapping) or {@code
 * engine-...} (why the engine gives no answer).
 */
public interface LakeWork {

    /**
     * Answers a question from the lake; what was pulled or imported is not looked at.
     *
     * @throws dev.ukur.problem.ProblemException also {@code lake-no-past} when a past state of mapped tables is asked for, or
     *     {@code lake-nothing-pushed}
     */
    Answer query(MetricQuery query);

    /** Answers an analysis from the lake as it is now. */
    Finding find(Analysis question);

    /**
     * Brings the rows of the mapped tables into the workspace, one load a day.
     *
     * @param from first day; by default the first that is not here, or may have changed since
     * @param to last day; by default the last that the lake has
     */
    LakeReport pull(Optional<LocalDate> from, Optional<LocalDate> to);

    /**
     * Brings the loads of the workspace into its canonical tables in the lake: all that are not there yet.
     *
     * @throws dev.ukur.problem.ProblemException also {@code lake-no-files} when no place for files is named
     */
    PushReport push();
}
