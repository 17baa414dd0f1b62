package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.EngineSettings;
import dev.ukur.model.Lake;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.sources.LakePull;
import dev.ukur.sources.LakeReport;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LakeGround;
import dev.ukur.store.LakePush;
import dev.ukur.store.LakeSchema;
import dev.ukur.store.MappedLake;
import dev.ukur.store.PushedLake;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Store;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The lake of a workspace. The engine is connected to for each question, and let go after it. */
record WorkspaceLake(Path folder, WorkspaceSettings settings, Clock clock, Here here) implements LakeWork {

    /**
     * What of the workspace is needed beside its lake.
     *
     * @param metrics its metrics over another engine
     * @param desk all that an analysis may ask, of another engine
     * @param store where pulled rows go, and pushed ones come from
     * @param brought told when rows came
     */
    record Here(
            Function<QueryEngine, Metrics> metrics,
            Function<QueryEngine, Desk> desk,
            Supplier<Store> store,
            Runnable brought) {}

    @Override
    public Answer query(MetricQuery query) {
        Optional<EngineSettings.Files> files = files();
        if (files.isEmpty() && query.asOf().isPresent()) {
            throw new ProblemException(Problem.error("lake-no-past", Location.nowhere()));
        }
        if (files.isEmpty()) {
            return mapped(lake -> here.metrics().apply(lake.engine()).query(query));
        }
        return pushed(lake -> noted(here.metrics().apply(lake.engine()).query(query), lake.newest()));
    }

    @Override
    public Finding find(Analysis question) {
        return files().isEmpty()
                ? mapped(lake -> question.find(here.desk().apply(lake.engine())))
                : pushed(lake -> noted(question.find(here.desk().apply(lake.engine())), lake.newest()));
    }

    @Override
    public LakeReport pull(Optional<LocalDate> from, Optional<LocalDate> to) {
        LakeReport report =
                mapped(lake -> new LakePull(lake.engine(), here.store().get()).pull(lake.sources(), from, to));
        if (report.changed()) {
            here.brought().run();
        }
        return report;
    }

    @Override
    public PushReport push() {
        EngineSettings.Files files = files().orElseThrow(() -> new ProblemException(Problem.error(
                "lake-no-files",
                Location.of(folder.resolve(WorkspaceFiles.SETTINGS).toString()))));
        try (DistributedEngine engine = WorkspaceEngine.open(folder, settings)) {
            LakeGround ground = engine.ground(folder.resolve(files.folder()), files.location());
            return PushReport.of(new LakePush(here.store().get(), ground, schema(engine)).run());
        }
    }

    /** Where files are laid for the engine, when the canonical tables are kept there. */
    private Optional<EngineSettings.Files> files() {
        return settings.trino().flatMap(EngineSettings::files);
    }

    private <T> T mapped(Function<MappedLake, T> question) {
        Lake lake = mapping();
        try (DistributedEngine engine = WorkspaceEngine.open(folder, settings)) {
            MappedLake.Reading reading = new MappedLake.Reading(settings.zone(), clock.instant());
            return question.apply(MappedLake.over(engine.engine(), lake, reading));
        }
    }

    private <T> T pushed(Function<PushedLake, T> question) {
        try (DistributedEngine engine = WorkspaceEngine.open(folder, settings)) {
            return question.apply(PushedLake.in(schema(engine)));
        }
    }

    private LakeSchema schema(DistributedEngine engine) {
        EngineSettings named = settings.trino().orElseThrow();
        return new LakeSchema(engine.engine(), named.catalog(), named.schema());
    }

    /** The answer, with a warning when the workspace holds loads that the lake has not. */
    private Answer noted(Answer answer, long newest) {
        long behind = behind(newest);
        return behind == 0
                ? answer
                : answer.warned(List.of(
                        Problem.warning("lake-behind", Location.nowhere()).with("loads", behind)));
    }

    /** The same of a finding. */
    private Finding noted(Finding finding, long newest) {
        long behind = behind(newest);
        return behind == 0
                ? finding
                : finding.cautioned(List.of(Sentence.of("lake-behind").with("loads", behind)));
    }

    private long behind(long newest) {
        return here.store().get().loads().stream()
                .filter(load -> load.id() > newest)
                .count();
    }

    private Lake mapping() {
        Problems problems = new Problems();
        Optional<Lake> lake = WorkspaceFiles.lake(folder, problems);
        problems.throwIfErrors();
        return lake.orElseThrow(() -> new ProblemException(Problem.error(
                "lake-not-set", Location.of(folder.resolve(WorkspaceFiles.LAKE).toString()))));
    }
}
