package dev.ukur.workspace;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;

/** One YAML file, read into nodes that know their line and column. */
final class YamlFile {

    private static final int MOST_CODE_POINTS = 4_000_000;

    private YamlFile() {}

    /**
     * The file's top-level mapping. An empty file is an empty mapping. A syntax error, a top level that is not a
     * mapping, or a repeated key is a problem.
     *
     * @param file the name shown to the user
     * @param text the file's content
     */
    static Optional<YamlMap> read(String file, String text, Problems problems) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CODE_POINTS)
                .setMaxAliasesForCollections(0)
                .build();
        Optional<Node> root;
        try {
            root = new Compose(settings).composeString(text);
        } catch (MarkedYamlEngineException e) {
            Location at = e.getProblemMark()
                    .map(mark -> Location.of(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Location.of(file));
            problems.add(Problem.error("yaml-syntax", at).with("detail", e.getProblem()));
            return Optional.empty();
        } catch (YamlEngineException e) {
            problems.add(
                    Problem.error("yaml-syntax", Location.of(file)).with("detail", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        if (root.isEmpty() || YamlValue.isNull(root.get())) {
            return Optional.of(YamlMap.empty(file, problems));
        }
        if (root.get() instanceof MappingNode mapping) {
            return Optional.of(new YamlMap(file, mapping, problems));
        }
        problems.add(Problem.error("yaml-not-a-mapping", YamlValue.locate(file, root.get()))
                .with("key", "(top level)"));
        return Optional.empty();
    }
}
