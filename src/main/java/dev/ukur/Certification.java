package dev.ukur;

import dev.ukur.metrics.examples.Certificate;
import dev.ukur.metrics.examples.Certifier;
import dev.ukur.model.ExampleScene;
import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problems;
import dev.ukur.store.EmptyStore;
import dev.ukur.workspace.ExampleReader;
import dev.ukur.workspace.MetricReader;
import java.time.Clock;
import java.util.List;

/** The built-in catalogue and its worked examples, put to the embedded engine. */
final class Certification {

    private Certification() {}

    static Certificate run(Clock clock) {
        Problems problems = new Problems();
        MetricDefinitions definitions = MetricReader.builtIn(problems);
        List<ExampleScene> scenes = ExampleReader.builtIn(problems);
        problems.throwIfErrors();
        try (EmptyStore store = EmptyStore.open()) {
            return new Certifier(store.engine(), definitions, clock).certify(scenes);
        }
    }
}
