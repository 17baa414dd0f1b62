package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.kpis.GoalRules;
import dev.ukur.kpis.KpiMetrics;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.ScorecardBuilder;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.Goal;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.Occasion;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.Strategy;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.sources.Draft;
import dev.ukur.sources.DraftMaker;
import dev.ukur.sources.ErasedPerson;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RejectedRow;
import dev.ukur.sources.RestatedSum;
import dev.ukur.sources.SourceSummary;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import dev.ukur.workspace.MetricReader;
import dev.ukur.workspace.SourceProfiles;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A workspace opened in this process. Definitions are read when first needed: most commands need only some. */
final class LocalUkur implements Ukur {

    /** The folder of the store inside a workspace. */
    static final String STORE = ".ukur";

    private final Path folder;
    private final WorkspaceSettings settings;
    private final List<Problem> settingsProblems;
    private final Clock clock;
    private @Nullable GoalsFile goalsFile;
    private @Nullable Store store;
    private @Nullable Metrics metrics;

    private LocalUkur(Path folder, WorkspaceSettings settings, List<Problem> settingsProblems, Clock clock) {
        this.folder = folder;
        this.settings = settings;
        this.settingsProblems = settingsProblems;
        this.clock = clock;
    }

    /** Opens a workspace whose store is open already, for one more thread; to be closed before that store. */
    static LocalUkur beside(Store open, Path folder, Clock clock) {
        LocalUkur ukur = open(folder, clock);
        ukur.store = open.beside(ukur.storeSettings());
        return ukur;
    }

    /** The store of a workspace, opened now. */
    static Store store(Path folder, Clock clock) {
        return Store.open(open(folder, clock).storeSettings());
    }

    /** Opens a workspace. Mistakes in its files are told by {@link #check()} and where they matter. */
    static LocalUkur open(Path folder, Clock clock) {
        Problems problems = new Problems();
        WorkspaceSettings settings = WorkspaceFiles.settings(folder, problems);
        List<Problem> found = problems.list();
        Problems fatal = new Problems();
        found.stream()
                .filter(problem -> problem.code().equals("workspace-missing"))
                .forEach(fatal::add);
        fatal.throwIfErrors();
        return new LocalUkur(folder, settings, found, clock);
    }

    @Override
    public WorkspaceSettings settings() {
        return settings;
    }

    @Override
    public ImportReport load(List<Path> paths, ImportOptions options) {
        refuseBrokenSettings();
        return brought(intake().load(paths, options));
    }

    @Override
    public ImportReport fixRejects(Optional<Long> load) {
        refuseBrokenSettings();
        return brought(intake().fix(load.map(this::known)));
    }

    @Override
    public ErasedPerson erase(String person, boolean dryRun) {
        refuseBrokenSettings();
        return intake().erase(person, dryRun);
    }

    @Override
    public Health health() {
        refuseBrokenSettings();
        Health health = new CheckUp(settings, store(), metrics(), today()).run();
        return health.warned(new SourceCheck(folder, settings, store()).readByOlder())
                .warned(freshness().problems());
    }

    private WorkspaceIntake intake() {
        return new WorkspaceIntake(folder, settings, clock, changing());
    }

    private ImportReport brought(ImportReport report) {
        if (report.changed()) {
            record();
        }
        return report;
    }

    @Override
    public Answer query(MetricQuery query) {
        refuseBrokenSettings();
        return freshness().noted(metrics().query(query));
    }

    @Override
    public List<CatalogueEntry> catalog() {
        return metrics().catalog();
    }

    @Override
    public List<Problem> check() {
        Problems problems = new Problems();
        problems.addAll(settingsProblems);
        problems.addAll(goalsFile().problems());
        WorkspaceFiles.occasions(folder, problems);
        WorkspaceFiles.lake(folder, problems);
        problems.addAll(new SourceCheck(folder, settings, store()).problems(clock.instant()));
        problems.addAll(metrics().check());
        problems.addAll(workspaceLedger().problems());
        problems.addAll(GoalRules.check(goalsFile().strategy(), measured(Optional.empty()), today()));
        return problems.list();
    }

    @Override
    public Scorecard scorecard(Optional<LocalDate> asOf) {
        refuseBrokenGoals();
        Scorecard scorecard = new ScorecardBuilder(measured(Optional.empty()), today())
                .build(goalsFile().goals(), asOf);
        Scorecard told = scorecard.warned(freshness().problems());
        return asOf.isPresent() ? told : workspaceLedger().withMissedReviews(told, clock.instant());
    }

    @Override
    public Scorecard scorecardOf(Instant moment) {
        refuseBrokenGoals();
        LocalDate day = LocalDate.ofInstant(moment, settings.zone());
        KpiMetrics then = measured(Optional.of(moment));
        Scorecard scorecard = new ScorecardBuilder(then, day).build(goalsFile().goals(), Optional.empty());
        return workspaceLedger().withMissedReviews(scorecard, moment);
    }

    @Override
    public Finding find(Analysis question) {
        refuseBrokenGoals();
        return freshness().noted(question.find(desk(metrics(), store().engine())));
    }

    private Desk desk(Metrics asked, QueryEngine engine) {
        return new Desk(asked, engine, goalsFile().goals(), occasions(), settings, clock.instant());
    }

    @Override
    public LakeWork lake() {
        refuseBrokenSettings();
        return new WorkspaceLake(
                folder,
                settings,
                clock,
                new WorkspaceLake.Here(this::over, this::deskOver, this::changing, this::record));
    }

    private LakeFreshness freshness() {
        return new LakeFreshness(folder, store().engine(), settings.zone(), today());
    }

    private Desk deskOver(QueryEngine engine) {
        refuseBrokenGoals();
        return desk(over(engine), engine);
    }

    /** The store, whose tables are about to change. */
    private Store changing() {
        metrics = null; // what they know of the tables is about to be out of date
        return store();
    }

    @Override
    public List<Occasion> occasions() {
        Problems problems = new Problems();
        List<Occasion> occasions = WorkspaceFiles.occasions(folder, problems);
        problems.throwIfErrors();
        return occasions;
    }

    @Override
    public GoalWork goals() {
        Strategy strategy = goalsFile().strategy();
        goalsFile = null; // it may be changed now
        KpiMetrics asked = measured(Optional.empty());
        return new WorkspaceGoals(folder, strategy, asked, workspaceLedger(), today());
    }

    @Override
    public Book ledger() {
        return workspaceLedger().book();
    }

    @Override
    public Agenda agenda() {
        return workspaceLedger().agenda(scorecard(Optional.empty()));
    }

    @Override
    public void review(String goal, Optional<Resolution> resolution) {
        workspaceLedger().review(scorecard(Optional.empty()), goal, resolution);
    }

    /** What the KPIs say now is written down whenever data came; a workspace whose goals are not right yet says nothing. */
    private void record() {
        if (goalsFile().goals().isEmpty() || goalsFile().problems().stream().anyMatch(Problem::isError)) {
            return;
        }
        try {
            workspaceLedger().record(scorecard(Optional.empty()));
        } catch (ProblemException e) {
            // The data are in; what is wrong with goals or ledger is told by check, scorecard and ledger.
        }
    }

    private WorkspaceLedger workspaceLedger() {
        return new WorkspaceLedger(folder, folder.resolve(STORE), clock, settings);
    }

    @Override
    public List<SourceSummary> sources() {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(folder, problems);
        problems.throwIfErrors();
        return profiles.stream()
                .map(SourceSummary::of)
                .sorted(Comparator.comparing(SourceSummary::name))
                .toList();
    }

    @Override
    public Draft infer(Path file) {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.of(folder, problems);
        problems.throwIfErrors();
        return new DraftMaker(profiles).of(file);
    }

    @Override
    public List<RejectedRow> rejects(Optional<Long> load) {
        return new WorkspaceIntake(folder, settings, clock, store()).rejects(load);
    }

    @Override
    public List<LoadSummary> loads() {
        Map<Long, Long> undone = store().undone();
        return store().loads().stream()
                .sorted(Comparator.comparingLong(LoadRecord::id).reversed())
                .map(record -> LoadSummary.of(record, Optional.ofNullable(undone.get(record.id()))))
                .toList();
    }

    @Override
    public LoadSummary undo(long load) {
        LoadSummary undoing = LoadSummary.of(changing().undo(known(load)), Optional.empty());
        record();
        return undoing;
    }

    @Override
    public List<RestatedSum> restated(long load) {
        return store().restated(known(load).id()).stream().map(RestatedSum::of).toList();
    }

    @Override
    public String schema() {
        return store().dataPackage();
    }

    private LoadRecord known(long load) {
        return store().load(load)
                .orElseThrow(() -> new ProblemException(
                        Problem.error("load-unknown", Location.nowhere()).with("load", load)));
    }

    @Override
    public void close() {
        if (store != null) {
            store.close();
        }
    }

    /** Numbers need right settings only; a mistake in the goals does not keep anyone from importing or asking. */
    private void refuseBrokenSettings() {
        Problems problems = new Problems();
        problems.addAll(settingsProblems);
        problems.throwIfErrors();
    }

    private void refuseBrokenGoals() {
        Problems problems = new Problems();
        problems.addAll(settingsProblems);
        problems.addAll(goalsFile().problems());
        problems.throwIfErrors();
    }

    /** What {@code goals.yaml} says, and what is wrong in it. */
    private record GoalsFile(Strategy strategy, List<Problem> problems) {

        List<Goal> goals() {
            return strategy.goals();
        }
    }

    private GoalsFile goalsFile() {
        if (goalsFile == null) {
            Problems problems = new Problems();
            goalsFile = new GoalsFile(WorkspaceFiles.strategy(folder, problems), problems.list());
        }
        return goalsFile;
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), settings.zone());
    }

    private Store store() {
        if (store == null) {
            store = Store.lazily(storeSettings());
        }
        return store;
    }

    private StoreSettings storeSettings() {
        return new StoreSettings(folder.resolve(STORE), settings.zone(), clock);
    }

    /** The metrics as the KPIs ask for them: as known now, or at a moment. */
    private KpiMetrics measured(Optional<Instant> knownAt) {
        return new WorkspaceMetrics(metrics(), settings.calendar(), folder, knownAt);
    }

    private Metrics metrics() {
        if (metrics == null) {
            metrics = over(store().engine());
        }
        return metrics;
    }

    private Metrics over(QueryEngine engine) {
        Problems problems = new Problems();
        MetricDefinitions definitions = MetricReader.of(folder, problems);
        problems.throwIfErrors();
        return new Metrics(engine, definitions, settings, clock);
    }
}
