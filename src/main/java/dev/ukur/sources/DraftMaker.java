package dev.ukur.sources;

import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.HeaderName;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.cell.NumberEvidence;
import dev.ukur.sources.cell.NumberLocale;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.GridRow;
import dev.ukur.sources.read.Input;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Drafts a profile of a table that no profile knows, from its cells and from the headers known profiles read. */
public final class DraftMaker {

    private static final int HEADER_WITHIN = 40;
    private static final int MOST_ROWS = 5_000;
    private static final Pattern TOTAL =
            Pattern.compile("^(grand |overall )?(total|subtotal|jumlah|summe|gesamt)\\b.*", Pattern.CASE_INSENSITIVE);

    private final List<SourceProfile> profiles;

    /** @param profiles those whose headers are known */
    public DraftMaker(List<SourceProfile> profiles) {
        this.profiles = List.copyOf(profiles);
    }

    /**
     * The draft of a file.
     *
     * @throws ProblemException when the file cannot be read or holds no table
     */
    public Draft of(Path path) {
        Content content = Contents.open(new Input(path.toString(), path, Optional.empty()));
        if (content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON) {
            throw new ProblemException(Problem.error("draft-needs-table", Location.of(path.toString())));
        }
        String sheet = content.sheets().get(0);
        List<GridRow> head = new GridShape(content, sheet, Optional.empty(), 0).head(HEADER_WITHIN + 1);
        int header = headerRow(head);
        if (header < 0) {
            throw new ProblemException(Problem.error("draft-needs-table", Location.of(path.toString())));
        }
        List<ColumnLook> looks = new ArrayList<>();
        for (Cell cell : head.get(header).cells()) {
            looks.add(new ColumnLook(CellText.trim(cell.text())));
        }
        List<String> totals = look(content, sheet, header, looks);
        return draft(content, sheet, head.subList(0, header), looks, totals);
    }

    /** The first row that has as many filled cells as any of the first rows, most of them words. */
    private static int headerRow(List<GridRow> head) {
        int most = head.stream().mapToInt(DraftMaker::filled).max().orElse(0);
        return most < 2
                ? -1
                : IntStream.range(0, Math.min(head.size(), HEADER_WITHIN))
                        .filter(i -> filled(head.get(i)) * 10 >= most * 8 && words(head.get(i)) * 10 >= most * 7)
                        .findFirst()
                        .orElse(-1);
    }

    private static int filled(GridRow row) {
        return (int) row.cells().stream()
                .filter(cell -> !CellText.trim(cell.text()).isEmpty())
                .count();
    }

    private static int words(GridRow row) {
        return (int) row.cells().stream()
                .filter(cell -> cell.typed() == null
                        && CellText.trim(cell.text()).chars().anyMatch(Character::isLetter))
                .count();
    }

    /** Looks at all cells below the header; answers the labels of rows that seem to be totals. */
    private static List<String> look(Content content, String sheet, int header, List<ColumnLook> looks) {
        List<String> totals = new ArrayList<>();
        try (Grid grid = content.grid(sheet)) {
            int number = 0;
            for (GridRow row = grid.next(); row != null && number < MOST_ROWS; row = grid.next(), number++) {
                String first = row.cells().isEmpty()
                        ? ""
                        : CellText.trim(row.cells().get(0).text());
                if (number > header && TOTAL.matcher(first).matches()) {
                    totals.add(first);
                } else if (number > header && filled(row) > 1) {
                    look(row, looks);
                }
            }
        }
        return totals;
    }

    private static void look(GridRow row, List<ColumnLook> looks) {
        for (int i = 0; i < Math.min(row.cells().size(), looks.size()); i++) {
            looks.get(i).add(row.cells().get(i));
        }
    }

    private Draft draft(
            Content content, String sheet, List<GridRow> above, List<ColumnLook> looks, List<String> totals) {
        NumberEvidence numbers = new NumberEvidence();
        looks.stream().filter(ColumnLook::isNumeric).forEach(look -> look.addTo(numbers));
        @Nullable
        NumberLocale decimals =
                numbers.decide(Optional.empty(), Optional.empty()).orNull();
        Optional<String> target = target(looks);
        return new Draft(
                content.input().name(),
                content.kind() == Content.Kind.XLSX ? "xlsx" : "csv",
                content.kind() == Content.Kind.XLSX ? Optional.of(sheet) : Optional.empty(),
                above.size() + 1,
                above.stream()
                        .map(GridTable::joined)
                        .filter(line -> !line.isBlank())
                        .toList(),
                target,
                columns(looks, target),
                Optional.ofNullable(decimals).map(found -> found == NumberLocale.COMMA ? "comma" : "dot"),
                decimals == null ? numbers.ambiguousExample() : numbers.example(decimals),
                totals);
    }

    private List<Draft.Column> columns(List<ColumnLook> looks, Optional<String> target) {
        Map<String, String> known = target.map(this::columnsByHeader).orElse(Map.of());
        Set<String> taken = new HashSet<>();
        List<Draft.Column> columns = new ArrayList<>();
        for (ColumnLook look : looks) {
            if (!look.header().isEmpty()) {
                Optional<String> canonical = Optional.ofNullable(known.get(HeaderName.fold(look.header())))
                        .filter(column -> !column.startsWith("_") && taken.add(column));
                columns.add(look.column(canonical));
            }
        }
        return columns;
    }

    /** The table whose columns most of the headers name in known profiles. */
    private Optional<String> target(List<ColumnLook> looks) {
        Map<String, Integer> votes = new LinkedHashMap<>();
        for (SourceProfile profile : profiles) {
            for (String table : profile.targets()) {
                Map<String, String> known = columnsByHeader(profile, table);
                int named = (int) looks.stream()
                        .filter(look -> known.containsKey(HeaderName.fold(look.header())))
                        .count();
                votes.merge(table, named, Math::max);
            }
        }
        return votes.entrySet().stream()
                .filter(vote -> vote.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey);
    }

    private Map<String, String> columnsByHeader(String table) {
        Map<String, String> columns = new HashMap<>();
        profiles.forEach(profile -> columnsByHeader(profile, table).forEach(columns::putIfAbsent));
        return columns;
    }

    private static Map<String, String> columnsByHeader(SourceProfile profile, String table) {
        Map<String, String> columns = new HashMap<>();
        for (ColumnRule rule : profile.columnsOf(table)) {
            rule.value().match(new ColumnValue.Cases<Boolean>() {
                @Override
                public Boolean read(ColumnValue.Read read) {
                    read.from().names().forEach(name -> columns.putIfAbsent(HeaderName.fold(name), rule.column()));
                    return true;
                }

                @Override
                public Boolean derived(ColumnValue.Derived derived) {
                    return false;
                }
            });
        }
        return columns;
    }
}
