package dev.ukur.delivery.cli;

import dev.ukur.GoalWork;
import dev.ukur.LakeWork;
import dev.ukur.Ukur;
import dev.ukur.delivery.Shop;
import dev.ukur.insights.Analysis;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.model.Label;
import dev.ukur.model.Occasion;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A workspace with fixed answers that keeps what it was asked. */
final class FakeUkur implements Ukur {

    final List<MetricQuery> queries = new ArrayList<>();
    final List<ImportOptions> imports = new ArrayList<>();
    final List<Optional<LocalDate>> scorecards = new ArrayList<>();
    final List<String> reviews = new ArrayList<>();
    final List<Analysis> questions = new ArrayList<>();
    List<Problem> found = List.of();
    List<Outcome> outcomes = List.of(Outcome.LOADED);
    long rejected;
    boolean closed;

    @Override
    public WorkspaceSettings settings() {
        return Shop.settings();
    }

    @Override
    public LakeWork lake() {
        throw new UnsupportedOperationException("there is no lake here");
    }

    @Override
    public GoalWork goals() {
        throw new UnsupportedOperationException("no goals are chosen here");
    }

    @Override
    public ImportReport load(List<Path> paths, ImportOptions options) {
        imports.add(options);
        return new ImportReport(outcomes.stream().map(this::file).toList());
    }

    @Override
    public Answer query(MetricQuery query) {
        queries.add(query);
        return Shop.answer();
    }

    @Override
    public List<CatalogueEntry> catalog() {
        return List.of(Shop.entry());
    }

    @Override
    public List<Problem> check() {
        return found;
    }

    @Override
    public Scorecard scorecard(Optional<LocalDate> asOf) {
        scorecards.add(asOf);
        return Shop.scorecard();
    }

    @Override
    public Scorecard scorecardOf(java.time.Instant moment) {
        return Shop.scorecard();
    }

    @Override
    public Finding find(Analysis question) {
        questions.add(question);
        return Finding.about("benchmark", Term.count(1))
                .answer(
                        Finding.Verdict.CANNOT_TELL,
                        Sentence.of("benchmark-no-period").with("metric", "CAC"),
                        Provenance.at(Instant.EPOCH));
    }

    @Override
    public List<Occasion> occasions() {
        return List.of();
    }

    @Override
    public Book ledger() {
        return new Book(List.of(), List.of());
    }

    @Override
    public Agenda agenda() {
        return new Agenda(Shop.scorecard().asOf(), List.of());
    }

    @Override
    public void review(String goal, Optional<Resolution> resolution) {
        reviews.add(goal + " " + resolution.map(Resolution::text).orElse(""));
    }

    @Override
    public List<SourceSummary> sources() {
        return List.of(new SourceSummary(
                "shopee_orders",
                new Label("Pesanan Shopee", "Shopee orders"),
                true,
                List.of("orders"),
                List.of("No. Pesanan"),
                Location.of("shopee.yaml", 1)));
    }

    @Override
    public dev.ukur.sources.Draft infer(Path file) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<RejectedRow> rejects(Optional<Long> load) {
        return load.isEmpty()
                ? List.of()
                : List.of(new RejectedRow(
                        load.get(), "a.csv", 3, "made_up_reason", Optional.of("cost"), Optional.of("1,2,3")));
    }

    @Override
    public ImportReport fixRejects(Optional<Long> load) {
        return new ImportReport(List.of(file(Outcome.LOADED)));
    }

    @Override
    public dev.ukur.sources.ErasedPerson erase(String person, boolean dryRun) {
        return new dev.ukur.sources.ErasedPerson(person.contains("@") ? 1 : 0, 0, Map.of());
    }

    @Override
    public dev.ukur.Health health() {
        return new dev.ukur.Health(
                List.of(),
                Optional.empty(),
                new dev.ukur.Health.People(false, 0, new dev.ukur.Health.Names(0, 0)),
                0,
                List.of());
    }

    @Override
    public List<LoadSummary> loads() {
        return List.of();
    }

    @Override
    public LoadSummary undo(long load) {
        throw new ProblemException(
                Problem.error("load-unknown", Location.nowhere()).with("load", load));
    }

    @Override
    public List<RestatedSum> restated(long load) {
        return List.of();
    }

    @Override
    public String schema() {
        return "{}";
    }

    @Override
    public void close() {
        closed = true;
    }

    private FileReport file(Outcome outcome) {
        return new FileReport(
                "a.csv",
                outcome,
                Optional.of("shopee_orders"),
                Optional.of(1L),
                10,
                10 - rejected,
                0,
                0,
                rejected,
                List.of(),
                Map.of(),
                Optional.empty(),
                List.of());
    }
}
