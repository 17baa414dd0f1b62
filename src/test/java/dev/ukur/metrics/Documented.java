package dev.ukur.metrics;

import dev.ukur.model.MetricDefinitions;
import dev.ukur.problem.Problems;
import dev.ukur.workspace.MetricReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The definitions written in the manual of the metric language. */
final class Documented {

    private Documented() {}

    static MetricDefinitions definitions() throws IOException {
        String manual = Files.readString(Path.of("docs/metric-language.md"));
        int start = manual.indexOf("```yaml") + "```yaml".length();
        Problems problems = new Problems();
        MetricDefinitions read = MetricReader.read(
                "docs/metric-language.md", manual.substring(start, manual.indexOf("```", start)), problems);
        if (!problems.list().isEmpty()) {
            throw new AssertionError(problems.list());
        }
        return read;
    }
}
