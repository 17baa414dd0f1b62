package dev.ukur.sources;

import dev.ukur.model.DetectRules;
import dev.ukur.model.HeaderMatch;
import dev.ukur.model.HeaderName;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.GridRow;
import dev.ukur.sources.read.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Finds the one profile that knows a file. Two that know it are as bad as none. */
final class Detector {

    private static final int MOST_HEAD_ROWS = 200;

    /** A profile of which less is there is not worth naming. */
    private static final double NEAR = 0.34;

    /** A profile and the table it sees in the file. */
    record Match(SourceProfile profile, Table table) {}

    private final List<SourceProfile> profiles;
    private final Content content;
    private final String name;
    private final Map<GridShape, List<GridRow>> heads = new HashMap<>();
    private @Nullable Optional<JsonNode> first;
    private @Nullable List<String> sheets;

    Detector(List<SourceProfile> profiles, Content content) {
        this.profiles = List.copyOf(profiles);
        this.content = content;
        this.name = content.input().name();
    }

    /**
     * The match.
     *
     * @throws ProblemException {@code no-profile} with the nearest one and what it misses, {@code ambiguous-profile},
     *     or {@code several-sheets}
     */
    Match find() {
        List<Match> matches = new ArrayList<>();
        profiles.forEach(profile -> matches.addAll(matches(profile)));
        if (matches.isEmpty()) {
            throw new ProblemException(nothing());
        }
        if (matches.size() > 1) {
            throw new ProblemException(several(matches));
        }
        return matches.get(0);
    }

    private Problem several(List<Match> matches) {
        List<String> names =
                matches.stream().map(match -> match.profile().name()).distinct().toList();
        return names.size() > 1
                ? Problem.error("ambiguous-profile", Location.of(name)).with("profiles", String.join(", ", names))
                : Problem.error("several-sheets", Location.of(name)).with("profile", names.get(0));
    }

    private List<Match> matches(SourceProfile profile) {
        DetectRules rules = profile.detect();
        if (!isContainer(rules) || !isNamed(rules)) {
            return List.of();
        }
        if (content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON) {
            return hasPointers(rules) ? List.of(new Match(profile, new JsonTable(content, profile))) : List.of();
        }
        if (!rules.pointers().isEmpty()) {
            return List.of();
        }
        List<Match> found = new ArrayList<>();
        for (String sheet : sheets()) {
            GridShape shape = new GridShape(content, sheet, profile.layout().delimiter());
            int header = profile.layout().header() ? headerRow(profile, head(shape)) : 0;
            if (header >= 0) {
                found.add(new Match(profile, new GridTable(shape, profile, header)));
            }
        }
        return found;
    }

    private boolean isContainer(DetectRules rules) {
        String kind = content.kind().name().toLowerCase(Locale.ROOT);
        boolean json = content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON;
        return rules.containers().isEmpty() ? !json : rules.containers().contains(kind);
    }

    private boolean isNamed(DetectRules rules) {
        return rules.fileName().map(regex -> regex.matcher(baseName()).find()).orElse(true);
    }

    private String baseName() {
        String plain = name.replace('\\', '/');
        return plain.substring(Math.max(plain.lastIndexOf('/'), plain.lastIndexOf('!')) + 1);
    }

    private boolean hasPointers(DetectRules rules) {
        Optional<JsonNode> node = first();
        return node.isPresent()
                && !rules.pointers().isEmpty()
                && rules.pointers().stream()
                        .noneMatch(pointer -> node.get().at(pointer).isMissingNode());
    }

    private Optional<JsonNode> first() {
        if (first == null) {
            try (Records records = content.records()) {
                Records.Item item = records.next();
                first = item == null ? Optional.empty() : Optional.of(item.node());
            }
        }
        return first;
    }

    private List<String> sheets() {
        if (sheets == null) {
            sheets = content.sheets();
        }
        return sheets;
    }

    private List<GridRow> head(GridShape shape) {
        return heads.computeIfAbsent(shape, wanted -> wanted.head(MOST_HEAD_ROWS));
    }

    private static int headerRow(SourceProfile profile, List<GridRow> head) {
        int last = Math.min(profile.layout().headerWithin(), head.size());
        for (int i = 0; i < last; i++) {
            List<String> cells = folded(head.get(i));
            if (isHeader(profile.detect(), cells, profile) && hasPreamble(profile.detect(), head.subList(0, i))) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isHeader(DetectRules rules, List<String> cells, SourceProfile profile) {
        return !rules.all().isEmpty()
                && rules.all().stream().allMatch(match -> isAmong(match, cells, profile))
                && rules.none().stream().noneMatch(match -> isAmong(match, cells, profile))
                && (!rules.only() || cells.size() == rules.all().size());
    }

    private static boolean isAmong(HeaderMatch match, List<String> cells, SourceProfile profile) {
        return cells.stream()
                .anyMatch(cell -> match.matches(cell)
                        || profile.facts()
                                .currencySuffix()
                                .map(suffix -> match.matches(
                                        suffix.matcher(cell).replaceFirst("").strip()))
                                .orElse(false));
    }

    private static boolean hasPreamble(DetectRules rules, List<GridRow> above) {
        List<String> lines = above.stream().map(GridTable::joined).toList();
        return rules.preamble().stream()
                .allMatch(regex ->
                        lines.stream().anyMatch(line -> regex.matcher(line).find()));
    }

    private static List<String> folded(GridRow row) {
        return row.cells().stream().map(Cell::text).map(HeaderName::fold).toList();
    }

    /** The refusal, with the profile that has most of its columns in one row of the file. */
    private Problem nothing() {
        Near nearest = new Near("-", List.of(), 0);
        if (content.kind() == Content.Kind.CSV || content.kind() == Content.Kind.XLSX) {
            for (SourceProfile profile : profiles) {
                for (String sheet : sheets()) {
                    for (GridRow row : head(new GridShape(content, sheet, Optional.empty()))) {
                        Near near = near(profile, folded(row));
                        nearest = near.share() > nearest.share() ? near : nearest;
                    }
                }
            }
        }
        boolean near = nearest.share() >= NEAR;
        return Problem.error("no-profile", Location.of(name))
                .with("nearest", near ? nearest.profile() : "-")
                .with("missing", near && !nearest.missing().isEmpty() ? String.join(", ", nearest.missing()) : "-");
    }

    /** How much of a profile's header a row is. */
    private record Near(String profile, List<String> missing, double share) {}

    private static Near near(SourceProfile profile, List<String> cells) {
        List<HeaderMatch> wanted = profile.detect().all();
        List<String> missing = wanted.stream()
                .filter(match -> !isAmong(match, cells, profile))
                .map(HeaderMatch::shown)
                .toList();
        double share = wanted.isEmpty() ? 0 : (wanted.size() - missing.size()) / (double) wanted.size();
        return new Near(profile.name(), missing, share);
    }
}
