package dev.ukur.workspace;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/** YAML text to nodes. The one place that knows the YAML library. */
final class YamlParser {

    private static final int MOST_CODE_POINTS = 4_000_000;

    private YamlParser() {}

    /**
     * The top node of a text; empty when nothing is written.
     *
     * @param file the name shown to the user
     * @throws ProblemException with {@code yaml-syntax}
     */
    static Optional<YamlNode> parse(String file, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(file)
                .setCodePointLimit(MOST_CODE_POINTS)
                .setMaxAliasesForCollections(0)
                .build();
        try {
            return new Compose(settings).composeString(text).map(YamlParser::node);
        } catch (MarkedYamlEngineException e) {
            Location at = e.getProblemMark()
                    .map(mark -> Location.of(file, mark.getLine() + 1, mark.getColumn() + 1))
                    .orElse(Location.of(file));
            throw new ProblemException(Problem.error("yaml-syntax", at).with("detail", e.getProblem()));
        } catch (StackOverflowError e) {
            // the library descends by recursion and has no limit of its own
            throw new ProblemException(Problem.error("yaml-too-deep", Location.of(file)));
        } catch (YamlEngineException e) {
            throw new ProblemException(
                    Problem.error("yaml-syntax", Location.of(file)).with("detail", String.valueOf(e.getMessage())));
        }
    }

    private static YamlNode node(Node node) {
        int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(0);
        int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(0);
        if (node instanceof MappingNode mapping) {
            return new YamlNode.Entries(
                    mapping.getValue().stream()
                            .map(tuple -> new YamlNode.Entry(node(tuple.getKeyNode()), node(tuple.getValueNode())))
                            .toList(),
                    line,
                    column);
        }
        if (node instanceof SequenceNode sequence) {
            return new YamlNode.Items(
                    sequence.getValue().stream().map(YamlParser::node).toList(), line, column);
        }
        boolean nothing = Tag.NULL.equals(node.getTag());
        return new YamlNode.Scalar(((ScalarNode) node).getValue(), nothing, line, column);
    }
}
