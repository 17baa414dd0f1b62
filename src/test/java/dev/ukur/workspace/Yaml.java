package dev.ukur.workspace;

import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.List;
import java.util.function.Function;

/** A text read as a YAML file, for tests: the value and the problems, one line each. */
record Yaml<T>(T value, List<String> problems) {

    static <T> Yaml<T> read(String file, String text, Function<YamlMap, T> reader) {
        Problems problems = new Problems();
        YamlMap map = YamlFile.read(file, text, problems).orElseGet(() -> YamlMap.empty(file, problems));
        T value = reader.apply(map);
        return new Yaml<>(value, problems.list().stream().map(Yaml::line).toList());
    }

    private static String line(Problem problem) {
        return problem.at() + " " + problem.severity().word() + " " + problem.code() + " " + problem.facts();
    }
}
