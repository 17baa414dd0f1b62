package dev.ukur;

import dev.ukur.metrics.examples.Certificate;
import dev.ukur.metrics.examples.Certifier;
import dev.ukur.model.ExampleScene;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problems;
import dev.ukur.store.DistributedEngine;
import dev.ukur.store.EmptyStore;
import dev.ukur.store.TableColumns;
import dev.ukur.workspace.ExampleReader;
import dev.ukur.workspace.MetricReader;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;

/** The built-in catalogue and its worked examples, put to an engine. */
final class Certification {

    private final MetricDefinitions definitions;
    private final List<ExampleScene> scenes;
    private final Clock clock;

    private Certification(Clock clock) {
        Problems problems = new Problems();
        this.definitions = MetricReader.builtIn(problems);
        this.scenes = ExampleReader.builtIn(problems);
        this.clock = clock;
        problems.throwIfErrors();
    }

    /** Of the embedded engine. */
    static Certificate run(Clock clock) {
        Certification asked = new Certification(clock);
        try (EmptyStore store = EmptyStore.open()) {
            return asked.embedded(store).certify(asked.scenes);
        }
    }

    /** Of the distributed engine that a workspace names, beside the embedded one. */
    static Certificate run(Path folder, Clock clock) {
        Problems problems = new Problems();
        WorkspaceSettings settings = WorkspaceFiles.settings(folder, problems);
        problems.throwIfErrors();
        Certification asked = new Certification(clock);
        try (DistributedEngine engine = WorkspaceEngine.open(folder, settings);
                EmptyStore store = EmptyStore.open()) {
            FixedFindings findings = new FixedFindings(asked.definitions, clock, TableColumns.of(store.engine()));
            return asked.embedded(store)
                    .of(engine.engine())
                    .certify(asked.scenes)
                    .with(findings.compare(engine.engine(), store.engine()));
        }
    }

    private Certifier embedded(EmptyStore store) {
        return new Certifier(store.engine(), definitions, clock);
    }
}
