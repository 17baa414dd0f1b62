package dev.ukur;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Metrics;
import dev.ukur.model.Lake;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import dev.ukur.sources.LakePull;
import dev.ukur.sources.LakeReport;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.LakeEngine;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Store;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
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
     * @param store where pulled rows go
     * @param brought told when rows came
     */
    record Here(
            Function<QueryEngine, Metrics> metrics,
            Function<QueryEngine, Desk> desk,
            Supplier<Store> store,
            Runnable brought) {}

    @Override
    public Answer query(MetricQuery query) {
        if (query.asOf().isPresent()) {
            throw new ProblemException(Problem.error("lake-no-past", Location.nowhere()));
        }
        return ask(lake -> here.metrics().apply(lake).query(query));
    }

    @Override
    public Finding find(Analysis question) {
        return ask(lake -> question.find(here.desk().apply(lake)));
    }

    @Override
    public LakeReport pull(Optional<LocalDate> from, Optional<LocalDate> to) {
        LakeReport report = ask(lake -> new LakePull(lake, here.store().get()).pull(lake.sources(), from, to));
        if (report.changed()) {
            here.brought().run();
        }
        return report;
    }

    private <T> T ask(Function<LakeEngine, T> question) {
        Lake lake = mapping();
        try (DistributedEngine engine = WorkspaceEngine.open(folder, settings)) {
            LakeEngine.Reading reading = new LakeEngine.Reading(settings.zone(), clock.instant());
            return question.apply(LakeEngine.over(engine.engine(), lake, reading));
        }
    }

    private Lake mapping() {
        Problems problems = new Problems();
        Optional<Lake> lake = WorkspaceFiles.lake(folder, problems);
        problems.throwIfErrors();
        return lake.orElseThrow(() -> new ProblemException(Problem.error(
                "lake-not-set", Location.of(folder.resolve(WorkspaceFiles.LAKE).toString()))));
    }
}
