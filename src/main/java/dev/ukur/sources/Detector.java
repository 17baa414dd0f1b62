package dev.ukur.sources;

import dev.ukur.model.DetectRules;
import dev.ukur.model.LayoutRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.GridRow;
import dev.ukur.sources.read.Records;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Finds the one profile that knows each table of a file. Two that know the same table are as bad as none, and so are two
 * tables of one profile: which of them is meant?
 */
final class Detector {

    private static final int MOST_HEAD_ROWS = 200;

    private final List<SourceProfile> profiles;
    private final Content content;
    private final String name;
    private final Map<GridShape, List<GridRow>> heads = new HashMap<>();
    private final Map<GridShape, List<Sections.Section>> sections = new HashMap<>();
    private final Map<LayoutRules.LogRules, Boolean> logs = new HashMap<>();
    private @Nullable Optional<JsonNode> first;
    private @Nullable List<String> sheets;
    private @Nullable Set<String> members;

    Detector(List<SourceProfile> profiles, Content content) {
        this.profiles = List.copyOf(profiles);
        this.content = content;
        this.name = content.input().name();
    }

    /**
     * The matches, in the order of the file; one for most files.
     *
     * @throws ProblemException {@code no-profile} with the nearest one and what it misses, {@code ambiguous-profile},
     *     or {@code several-sheets}
     */
    List<Match> find() {
        Map<Match.Place, List<Match>> places = new LinkedHashMap<>();
        profiles.forEach(profile -> matches(profile)
                .forEach(match -> places.computeIfAbsent(match.place(), any -> new ArrayList<>())
                        .add(match)));
        if (places.isEmpty()) {
            throw new ProblemException(new NearestProfile(profiles, name).problem(headRows()));
        }
        List<Match> matches = new ArrayList<>();
        for (List<Match> here : places.values()) {
            if (here.size() > 1) {
                throw new ProblemException(ambiguous(here));
            }
            matches.addAll(here);
        }
        refuseRepeated(matches);
        return matches.size() == 1 ? matches : inOrder(matches);
    }

    private List<Match> inOrder(List<Match> matches) {
        return matches.stream()
                .sorted(java.util.Comparator.comparingInt(
                                (Match match) -> sheets().indexOf(match.place().sheet()))
                        .thenComparing(match -> match.place().section())
                        .thenComparing(match -> match.place().header()))
                .map(Match::asPart)
                .toList();
    }

    private Problem ambiguous(List<Match> matches) {
        List<String> names =
                matches.stream().map(match -> match.profile().name()).toList();
        return Problem.error("ambiguous-profile", Location.of(name)).with("profiles", String.join(", ", names));
    }

    private void refuseRepeated(List<Match> matches) {
        List<String> names = new ArrayList<>();
        for (Match match : matches) {
            if (names.contains(match.profile().name())) {
                throw new ProblemException(Problem.error("several-sheets", Location.of(name))
                        .with("profile", match.profile().name()));
            }
            names.add(match.profile().name());
        }
    }

    /**
     * Tables of the file that no profile knows, by sheet or by number; of a file of which some table is known.
     *
     * @param matches those that are known
     */
    List<String> unknownParts(List<Match> matches) {
        List<String> unknown = new ArrayList<>();
        boolean sectioned =
                matches.stream().anyMatch(match -> match.profile().layout().sections());
        if (sectioned) {
            List<Sections.Section> all = sectionsOf(new GridShape(content, "", Optional.empty(), 0));
            for (int i = 0; i < all.size(); i++) {
                int number = i;
                boolean known = matches.stream().anyMatch(match -> match.place().section() == number);
                if (!known && isTable(all.get(i).head())) {
                    unknown.add(String.valueOf(i + 1));
                }
            }
        }
        if (content.kind() == Content.Kind.XLSX) {
            sheets().stream()
                    .filter(sheet -> matches.stream()
                            .noneMatch(match -> match.place().sheet().equals(sheet)))
                    .filter(sheet -> isTable(head(new GridShape(content, sheet, Optional.empty(), 0))))
                    .forEach(unknown::add);
        }
        return unknown;
    }

    /** Whether rows look like a header and data below it. */
    private static boolean isTable(List<GridRow> rows) {
        return rows.stream()
                        .filter(row -> row.cells().stream()
                                        .filter(cell -> !cell.text().isBlank())
                                        .count()
                                > 1)
                        .count()
                > 1;
    }

    private List<Match> matches(SourceProfile profile) {
        DetectRules rules = profile.detect();
        if (!isNamed(rules)) {
            return List.of();
        }
        if (profile.layout().log().isPresent()) {
            return isLog(profile.layout().log().get())
                    ? List.of(whole(
                            profile,
                            new LogTable(content, profile.layout().log().get())))
                    : List.of();
        }
        if (!isContainer(rules)) {
            return List.of();
        }
        if (content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON) {
            return json(profile);
        }
        return rules.pointers().isEmpty() ? grids(profile) : List.of();
    }

    private static Match whole(SourceProfile profile, Table table) {
        return new Match(profile, table, Match.Place.WHOLE, "");
    }

    private boolean isContainer(DetectRules rules) {
        String kind = content.kind().name().toLowerCase(Locale.ROOT);
        boolean json = content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON;
        boolean anyTable = content.kind() == Content.Kind.TABLE
                && (rules.containers().contains("csv") || rules.containers().contains("xlsx"));
        return rules.containers().isEmpty()
                ? !json
                : anyTable || rules.containers().contains(kind);
    }

    private boolean isNamed(DetectRules rules) {
        return rules.fileName()
                .map(regex -> regex.matcher(FactFinder.baseName(name)).find())
                .orElse(true);
    }

    private boolean isLog(LayoutRules.LogRules rules) {
        return content.kind() != Content.Kind.XLSX
                && content.kind() != Content.Kind.TABLE
                && logs.computeIfAbsent(rules, any -> new LogTable(content, rules).fits());
    }

    private List<Match> json(SourceProfile profile) {
        DetectRules detect = profile.detect();
        if (detect.pointers().isEmpty() && !detect.all().isEmpty()) {
            return hasMembers(detect) ? List.of(whole(profile, new JsonTable(content, profile))) : List.of();
        }
        Optional<JsonNode> node = first();
        if (node.isEmpty() || !hasPointers(detect, node.get())) {
            return List.of();
        }
        LayoutRules.JsonRules rules = profile.layout().json();
        if (rules.names().isEmpty()) {
            return List.of(whole(profile, new JsonTable(content, profile)));
        }
        List<String> names = JsonReport.names(node.get(), rules);
        return HeaderRow.fits(profile, HeaderRow.folded(names))
                ? List.of(whole(profile, new JsonReport(content, profile, names)))
                : List.of();
    }

    /** Flat records are known by their members as a table is by its header; a single record may leave some out. */
    private boolean hasMembers(DetectRules rules) {
        Set<String> members = members();
        return content.kind() == Content.Kind.NDJSON
                && rules.all().stream().allMatch(match -> match.names().stream().anyMatch(members::contains))
                && rules.none().stream()
                        .noneMatch(match -> match.names().stream().anyMatch(members::contains))
                && (!rules.only() || members.size() == rules.all().size());
    }

    private Set<String> members() {
        if (members == null) {
            members = new HashSet<>();
            try (Records records = content.records()) {
                Records.Item item = records.next();
                for (int i = 0; i < MOST_HEAD_ROWS && item != null; i++, item = records.next()) {
                    members.addAll(item.node().propertyNames());
                }
            }
        }
        return members;
    }

    /** Pointers are followed from the top, or from the first element of a top that is an array. */
    private static boolean hasPointers(DetectRules rules, JsonNode top) {
        JsonNode record = top.isArray() && !top.isEmpty() ? top.get(0) : top;
        return !rules.pointers().isEmpty()
                && rules.pointers().stream()
                        .noneMatch(pointer -> JsonPath.of(pointer).in(record).isMissingNode());
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

    private List<Match> grids(SourceProfile profile) {
        List<Match> found = new ArrayList<>();
        for (String sheet : sheets()) {
            boolean wanted = profile.layout()
                    .sheet()
                    .map(regex -> regex.matcher(sheet).find())
                    .orElse(true);
            if (wanted || content.kind() != Content.Kind.XLSX) {
                GridShape shape = new GridShape(content, sheet, profile.layout().delimiter(), 0);
                found.addAll(profile.layout().sections() ? inSections(profile, shape) : inGrid(profile, shape));
            }
        }
        return found;
    }

    private List<Match> inGrid(SourceProfile profile, GridShape shape) {
        int header = profile.layout().header() ? HeaderRow.in(profile, head(shape)) : 0;
        if (header < 0) {
            return List.of();
        }
        Match.Place place = new Match.Place(shape.sheet(), 0, profile.layout().header() ? header : -1);
        return List.of(new Match(profile, new GridTable(shape, profile, header), place, ""));
    }

    private List<Match> inSections(SourceProfile profile, GridShape shape) {
        List<Match> found = new ArrayList<>();
        List<Sections.Section> all = sectionsOf(shape);
        for (int i = 0; i < all.size(); i++) {
            Sections.Section section = all.get(i);
            int header = HeaderRow.in(profile, section.head());
            if (header >= 0) {
                Match.Place place = new Match.Place(shape.sheet(), i, section.first() + header);
                found.add(new Match(profile, new GridTable(shape.from(section.first()), profile, header), place, ""));
            }
        }
        return found;
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

    private List<Sections.Section> sectionsOf(GridShape shape) {
        return sections.computeIfAbsent(shape, wanted -> Sections.of(wanted, MOST_HEAD_ROWS));
    }

    private List<GridRow> headRows() {
        List<GridRow> rows = new ArrayList<>();
        if (content.kind() != Content.Kind.JSON && content.kind() != Content.Kind.NDJSON) {
            sheets().forEach(sheet -> rows.addAll(head(new GridShape(content, sheet, Optional.empty(), 0))));
        }
        return rows;
    }
}
