package dev.ukur.workspace;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import java.util.Optional;

/** One YAML file, read into values that know their line and column. */
final class YamlFile {

    private YamlFile() {}

    /**
     * The file's top-level mapping. An empty file is an empty mapping. A syntax error, a top level that is not a
     * mapping, or a repeated key is a problem.
     *
     * @param file the name shown to the user
     * @param text the file's content
     */
    static Optional<YamlMap> read(String file, String text, Problems problems) {
        try {
            return top(file, YamlParser.parse(file, text), problems);
        } catch (ProblemException e) {
            problems.addAll(e.problems());
            return Optional.empty();
        }
    }

    /**
     * A file that comes with the program, read as the build packed it where it did.
     *
     * @param folder on the class path, with a slash at its end
     */
    static Optional<YamlMap> builtIn(String folder, String file, Problems problems) {
        Optional<YamlNode> packed = PackedYaml.find(folder + file);
        return packed.isPresent()
                ? top(file, packed, problems)
                : read(file, DefinitionFiles.builtIn(folder + file), problems);
    }

    private static Optional<YamlMap> top(String file, Optional<YamlNode> root, Problems problems) {
        if (root.isEmpty() || YamlValue.isNull(root.get())) {
            return Optional.of(YamlMap.empty(file, problems));
        }
        if (root.get() instanceof YamlNode.Entries mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        problems.add(Problem.error("yaml-not-a-mapping", YamlValue.locate(file, root.get()))
                .with("key", "(top level)"));
        return Optional.empty();
    }
}
