package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.examples.Certificate;
import dev.ukur.model.Occasion;
import dev.ukur.model.ServerSettings;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.sources.Draft;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/**
 * The front door: one open workspace. Commands, pages, reports and embedding programs all ask here, so all show the
 * same number. Not thread-safe.
 */
public interface Ukur extends AutoCloseable {

    /**
     * Opens the workspace in a folder.
     *
     * @param clock tells the present, for freshness, future dates and the moment of a load
     * @throws dev.ukur.problem.ProblemException when the folder holds no workspace
     */
    static Ukur open(Path folder, Clock clock) {
        return LocalUkur.open(folder, clock);
    }

    /**
     * Writes the commented files of a new workspace into a folder, which is made if missing.
     *
     * @param language {@code id} or {@code en}, of the comments
     * @return the files written
     * @throws dev.ukur.problem.ProblemException when one of the files is there already, or the folder cannot be written
     */
    static List<Path> init(Path folder, String language) {
        return NewWorkspace.write(folder, language);
    }

    /**
     * Asks the engine every worked example of the catalogue, over tables in memory that hold only their rows.
     *
     * @param clock tells the moment of the answers
     */
    static Certificate certify(Clock clock) {
        return Certification.run(clock);
    }

    /**
     * Asks the distributed engine of a workspace every worked example, and the embedded one beside it. The rows are written
     * into the questions, so nothing is read there and nothing written.
     *
     * @param folder of the workspace, whose {@code ukur.yaml} names the engine
     * @param clock tells the moment of the answers
     * @throws dev.ukur.problem.ProblemException {@code engine-not-set}, or when the engine does not answer
     */
    static Certificate certify(Path folder, Clock clock) {
        return Certification.run(folder, clock);
    }

    /**
     * All that the answers of the workspace in a folder are made from (definitions, data, ledger), as one text: equal states,
     * equal answers, as long as day and program are the same. Opens nothing. Empty when the folder is no workspace or cannot be
     * read.
     */
    static Optional<String> state(Path folder) {
        return WorkspaceState.of(folder, folder.resolve(LocalUkur.STORE));
    }

    /**
     * What {@code server.yaml} of a folder says; the folder need be no workspace.
     *
     * @throws dev.ukur.problem.ProblemException when it is wrong
     */
    static ServerSettings server(Path folder) {
        Problems problems = new Problems();
        ServerSettings settings = WorkspaceFiles.server(folder, problems);
        problems.throwIfErrors();
        return settings;
    }

    /**
     * Writes the rows of an answer as a Parquet file, its totals last: periods as dates (hours as timestamps of the workspace's
     * clocks), money as decimals with six places, other numbers as doubles, unknown as null.
     *
     * @param file to be written, in place of what it held
     */
    static void parquet(Answer answer, Path file) {
        AnswerColumns.write(answer, file);
    }

    /** What the workspace says of itself. */
    WorkspaceSettings settings();

    /**
     * Imports files, folders and archives through the source profiles.
     *
     * @throws dev.ukur.problem.ProblemException when a path does not exist or a profile is wrong; a file that cannot be
     *     read is told in the report
     */
    ImportReport load(List<Path> paths, ImportOptions options);

    /**
     * Answers a question for numbers.
     *
     * @throws dev.ukur.problem.ProblemException when a name or filter is wrong
     */
    Answer query(MetricQuery query);

    /** Every metric, and whether this workspace's data can give it. */
    List<CatalogueEntry> catalog();

    /** All that is wrong or weak in the workspace's files. */
    List<Problem> check();

    /** All KPIs as of a day, by all that is known now; as of the newest complete data when empty. */
    Scorecard scorecard(Optional<LocalDate> asOf);

    /**
     * The scorecard as it was made at a moment: from the loads of that time alone, whatever came or was restated since. Goals
     * are those written now.
     */
    Scorecard scorecardOf(Instant moment);

    /**
     * Answers a question that needs more than a number: why it moved, what helped, what comes next.
     *
     * @throws dev.ukur.problem.ProblemException when the question is wrong; what the data cannot tell is a finding
     */
    Finding find(Analysis question);

    /**
     * What the calendar says happened, in the order written.
     *
     * @throws dev.ukur.problem.ProblemException when the calendar is wrong
     */
    List<Occasion> occasions();

    /**
     * The ledger: what was said and promised, and how right it was.
     *
     * @throws dev.ukur.problem.ProblemException with {@code ledger-tampered} or {@code ledger-cut} when it is not as it was
     *     written
     */
    Book ledger();

    /** Choosing and changing goals. */
    GoalWork goals();

    /** What the next review is about. */
    Agenda agenda();

    /**
     * Writes a review into the ledger, with what was decided.
     *
     * @param goal its name, or its metric
     * @throws dev.ukur.problem.ProblemException when there is no such goal or the decision cannot be read; nothing is
     *     written then
     */
    void review(String goal, Optional<Resolution> resolution);

    /** Every source profile, built-in and the workspace's own, in order of the alphabet. */
    List<SourceSummary> sources();

    /**
     * Drafts a source profile of a table that no profile knows.
     *
     * @throws dev.ukur.problem.ProblemException when the file cannot be read or holds no table
     */
    Draft infer(Path file);

    /** Rows kept out of the tables: of one load, or of all loads, newest load first, in order of the file's lines. */
    List<RejectedRow> rejects(Optional<Long> load);

    /**
     * Reads the rows that wait in quarantine once more, by the profiles and settings as they are now. What can be read
     * becomes a load; the rest waits on.
     *
     * @param load whose rows, or all
     * @throws dev.ukur.problem.ProblemException when there is no such load or a profile is wrong
     */
    ImportReport fixRejects(Optional<Long> load);

    /**
     * Takes a person out of the workspace for good: pseudonyms are replaced, so that numbers stay as they were, and what
     * was kept of them besides is removed. A later import does not bring them back.
     *
     * @param person an e-mail address, a telephone number, or a pseudonym as the tables hold it
     * @param dryRun only look what there is
     */
    ErasedPerson erase(String person, boolean dryRun);

    /** How the workspace's data are: how fresh, what waits, how many customers are known from their first visit on. */
    Health health();

    /** Every load, newest first. */
    List<LoadSummary> loads();

    /**
     * Takes a load back; what it replaced is current again. Nothing is deleted.
     *
     * @return the undoing, a load of its own
     * @throws dev.ukur.problem.ProblemException when there is no such load, or a later one rests on it
     */
    LoadSummary undo(long load);

    /**
     * What a load changed in rows that were there before, by day and column.
     *
     * @throws dev.ukur.problem.ProblemException when there is no such load
     */
    List<RestatedSum> restated(long load);

    /** The user's own lake: asked where it is, or brought here by day. */
    LakeWork lake();

    /** The canonical tables as a Frictionless data package, in JSON: what rows in them look like, for other tools. */
    String schema();

    @Override
    void close();
}
