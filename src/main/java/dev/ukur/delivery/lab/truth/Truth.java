package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The reference values of a folder, and the data they belong to. */
public final class Truth {

    private final Path folder;
    private final List<Case> cases;

    /** A reference value. */
    record Case(String family, String name, double[] value, TruthRow.Tolerance tolerance, double[] published) {}

    private Truth(Path folder, List<Case> cases) {
        this.folder = folder;
        this.cases = cases;
    }

    /**
     * Reads a folder.
     *
     * @throws ProblemException when it has no readable {@code handover.json}
     */
    public static Truth in(Path folder) {
        Path file = folder.resolve("handover.json");
        if (!Files.isRegularFile(file)) {
            throw new ProblemException(Problem.error("stats-no-truth", Location.of(file.toString())));
        }
        List<Case> cases = new ArrayList<>();
        try {
            JsonMapper.shared().readTree(file.toFile()).properties().forEach(entry -> {
                String[] key = entry.getKey().split(" / ", 2);
                JsonNode node = entry.getValue();
                List<Double> value = numbers(node.get("value"));
                if (key.length == 2 && !value.isEmpty()) {
                    JsonNode published = node.path("published");
                    cases.add(new Case(key[0], key[1], array(value), tolerance(node), array(numbers(published))));
                }
            });
        } catch (JacksonException e) {
            throw new ProblemException(Problem.error("stats-truth-unreadable", Location.of(file.toString())));
        }
        return new Truth(folder, List.copyOf(cases));
    }

    /** Every case of the families computed here, or of one family. Cases that no family computes say so. */
    public List<TruthRow> check(String family) {
        List<TruthRow> rows = new ArrayList<>();
        Map<String, Map<String, double[]>> ours = new LinkedHashMap<>();
        for (Case truth : cases) {
            if (family.isEmpty() || truth.family().equals(family)) {
                Map<String, double[]> computed =
                        ours.computeIfAbsent(truth.family(), name -> Families.compute(name, this));
                rows.add(TruthRow.of(truth, computed.getOrDefault(truth.name(), new double[0])));
            }
        }
        return rows;
    }

    /** A table of the data. */
    Table table(String name) {
        return Table.read(path(name));
    }

    /** A file of the data. */
    Path path(String name) {
        return folder.resolve("data").resolve(name);
    }

    private static TruthRow.Tolerance tolerance(JsonNode node) {
        return new TruthRow.Tolerance(
                array(numbers(node.get("tol"))), node.get("tol_kind").asString().equals("rel"));
    }

    /** All numbers of a node, in order; none when it holds a text. */
    private static List<Double> numbers(JsonNode node) {
        List<Double> numbers = new ArrayList<>();
        if (node.isNumber()) {
            numbers.add(node.asDouble());
        } else if (node.isArray()) {
            node.forEach(part -> numbers.addAll(numbers(part)));
        }
        return numbers;
    }

    private static double[] array(List<Double> numbers) {
        return numbers.stream().mapToDouble(Double::doubleValue).toArray();
    }
}
