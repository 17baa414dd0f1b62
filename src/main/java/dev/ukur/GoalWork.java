package dev.ukur;

import dev.ukur.kpis.GoalTree;
import dev.ukur.kpis.Suggestion;
import dev.ukur.model.Goal;
import dev.ukur.model.GoalDraft;
import dev.ukur.problem.Problem;
import java.util.List;
import java.util.Optional;

/** Choosing goals and KPIs: what stands, what could, and changes that keep the file's comments and the ledger's history. */
public interface GoalWork {

    /** Aims, goals and drivers, with what the data show of them. */
    GoalTree tree();

    /** The goals as they are written, in their order. */
    List<Goal> all();

    /** The kind of business that the data speak of. */
    String area();

    /**
     * Goals that could be set.
     *
     * @param area {@code shop}, {@code leads}, {@code subscription} or {@code content}; the one the data fit when empty
     */
    List<Suggestion> suggest(Optional<String> area);

    /**
     * Writes one more goal into {@code goals.yaml}.
     *
     * @throws dev.ukur.problem.ProblemException when it cannot be written; the file stays as it was
     */
    void add(GoalDraft goal);

    /**
     * Gives a goal another KPI. The one before stays in the file as a comment, and all that was remembered of it in the
     * ledger.
     *
     * @throws dev.ukur.problem.ProblemException when there is no such goal, or the file cannot be written
     */
    void replace(String goal, GoalDraft.KpiDraft kpi, String reason);

    /**
     * Gives a goal up. It stays in the file as a comment, and all that was remembered of it in the ledger.
     *
     * @throws dev.ukur.problem.ProblemException when there is no such goal, or the file cannot be written
     */
    void retire(String goal, String reason);

    /** {@code goals.yaml} as it is written; empty when there is none. */
    String text();

    /** All that would be wrong or weak in the goals if {@code goals.yaml} said this; nothing is written. */
    List<Problem> lint(String text);

    /**
     * Writes {@code goals.yaml} as somebody edited it.
     *
     * @param seen the text that was edited
     * @throws dev.ukur.problem.ProblemException when the file says something else by now, or would be wrong; it stays as
     *     it was
     */
    void write(String seen, String text);
}
