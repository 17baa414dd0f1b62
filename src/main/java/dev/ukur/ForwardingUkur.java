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
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.sources.Draft;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * A front door that hands everything on to another: one place says which calls only ask and which change the workspace.
 * Whoever builds on it decides how each of the two kinds is done.
 */
public abstract class ForwardingUkur implements Ukur {

    /** Answers a question, which changes nothing. */
    protected abstract <T> T ask(Function<Ukur, T> question);

    /**
     * Answers a question that depends on nothing but the version of the workspace and the question itself.
     *
     * @param question the call and what it was given: equal ones have equal answers
     */
    protected <T> T know(Object question, Function<Ukur, T> asked) {
        return ask(asked);
    }

    /** Does something that writes into the workspace. */
    protected abstract <T> T change(Function<Ukur, T> work);

    @Override
    public WorkspaceSettings settings() {
        return ask(Ukur::settings);
    }

    @Override
    public ImportReport load(List<Path> paths, ImportOptions options) {
        return change(ukur -> ukur.load(paths, options));
    }

    @Override
    public Answer query(MetricQuery query) {
        return know(List.of("query", query), ukur -> ukur.query(query));
    }

    @Override
    public List<CatalogueEntry> catalog() {
        return know("catalog", Ukur::catalog);
    }

    @Override
    public List<Problem> check() {
        return know("check", Ukur::check);
    }

    @Override
    public Scorecard scorecard(Optional<LocalDate> asOf) {
        return know(List.of("scorecard", asOf), ukur -> ukur.scorecard(asOf));
    }

    @Override
    public Scorecard scorecardOf(Instant moment) {
        return ask(ukur -> ukur.scorecardOf(moment));
    }

    @Override
    public Finding find(Analysis question) {
        return know(List.of("find", question), ukur -> ukur.find(question));
    }

    @Override
    public List<Occasion> occasions() {
        return know("occasions", Ukur::occasions);
    }

    @Override
    public GoalWork goals() {
        return new ForwardedGoals(this);
    }

    @Override
    public Book ledger() {
        return know("ledger", Ukur::ledger);
    }

    @Override
    public Agenda agenda() {
        return know("agenda", Ukur::agenda);
    }

    @Override
    public void review(String goal, Optional<Resolution> resolution) {
        change(ukur -> {
            ukur.review(goal, resolution);
            return goal;
        });
    }

    @Override
    public List<SourceSummary> sources() {
        return know("sources", Ukur::sources);
    }

    @Override
    public Draft infer(Path file) {
        return ask(ukur -> ukur.infer(file));
    }

    @Override
    public List<RejectedRow> rejects(Optional<Long> load) {
        return change(ukur -> ukur.rejects(load)); // rows grown too old are forgotten first
    }

    @Override
    public ImportReport fixRejects(Optional<Long> load) {
        return change(ukur -> ukur.fixRejects(load));
    }

    @Override
    public ErasedPerson erase(String person, boolean dryRun) {
        return change(ukur -> ukur.erase(person, dryRun));
    }

    @Override
    public Health health() {
        return know("health", Ukur::health);
    }

    @Override
    public List<LoadSummary> loads() {
        return know("loads", Ukur::loads);
    }

    @Override
    public LoadSummary undo(long load) {
        return change(ukur -> ukur.undo(load));
    }

    @Override
    public List<RestatedSum> restated(long load) {
        return know(List.of("restated", load), ukur -> ukur.restated(load));
    }

    @Override
    public LakeWork lake() {
        return new ForwardedLake(this);
    }

    @Override
    public String schema() {
        return ask(Ukur::schema);
    }

    /** Nothing: whoever opened the workspace behind it closes it. */
    @Override
    public void close() {}
}
