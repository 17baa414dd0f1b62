package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.sources.LakeReport;
import java.time.LocalDate;
import java.util.Optional;

/**
 * The tables of the user's own lake, mapped in {@code lake.yaml}: asked where they are, or brought into the workspace by day.
 * Nothing is ever written there. Every call may come back with {@code lake-...} (what is wrong in the mapping) or {@code
 * engine-...} (why the engine gives no answer).
 */
public interface LakeWork {

    /**
     * Answers a question from the lake as it is now; what was pulled or imported is not looked at.
     *
     * @throws dev.ukur.problem.ProblemException also {@code lake-no-past} when a past state is asked for
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
}
