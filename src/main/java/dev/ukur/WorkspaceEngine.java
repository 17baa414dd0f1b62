package dev.ukur;

import dev.ukur.model.EngineSettings;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.DistributedEngine;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;

/** The distributed engine that a workspace names. */
final class WorkspaceEngine {

    private WorkspaceEngine() {}

    /**
     * Connects; the caller closes it.
     *
     * @throws ProblemException {@code engine-not-set}, or when it cannot be reached
     */
    static DistributedEngine open(Path folder, WorkspaceSettings settings) {
        EngineSettings trino = settings.trino()
                .orElseThrow(() -> new ProblemException(Problem.error(
                        "engine-not-set",
                        Location.of(folder.resolve(WorkspaceFiles.SETTINGS).toString()))));
        Path drivers = folder.resolve(LocalUkur.STORE).resolve("drivers");
        return DistributedEngine.open(trino, new DistributedEngine.Access(drivers, System::getenv, settings.name()));
    }
}
