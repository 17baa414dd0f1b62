package dev.ukur.sources;

import dev.ukur.model.LayoutRules;
import dev.ukur.model.LoadRules.Duplicates;
import dev.ukur.model.SourceProfile;
import dev.ukur.sources.EngineColumns.Told;
import dev.ukur.sources.read.Cell;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.PlainText;
import dev.ukur.store.CellFile;
import dev.ukur.store.CellRows;
import dev.ukur.store.FileCells;
import dev.ukur.store.Sql;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * Large plain files are read by the engine: cells that are written plainly are copied in SQL, of all others each different
 * text is read once by the readers in Java, and a row in which anything is not as it should be is left to those readers
 * as a whole. So what a row becomes, and why one is rejected, is said in one place, and this only saves saying it again.
 */
final class EngineRead {

    /** Smaller files are read before the engine has planned how. */
    static final long SMALLEST_BYTES = 4_000_000;

    /** Of fields in which more of the rows differ, texts are as many as rows: the readers are as fast. */
    private static final double MOST_DIFFERENT = 0.6;

    /** With more rows left over, or a larger share of all, the readers may as well read the whole file. */
    private static final long MOST_LEFT = 300_000;

    private static final double MOST_LEFT_SHARE = 0.5;

    private final FileCells cells;
    private final Table table;
    private final TablePlan plan;
    private final EngineColumns columns;
    private final Predicate<SourceRow> usual;
    /** What fields tell that some of their texts tell wrongly, by number. */
    private final Set<Integer> odd = new TreeSet<>();

    private long staged;

    private EngineRead(FileCells cells, Table table, TablePlan plan, Rules rules) {
        this.cells = cells;
        this.table = table;
        this.plan = plan;
        this.columns = new EngineColumns(cells, plan, rules.plain(), rules.judged());
        this.usual = rules.usual();
    }

    /**
     * By what rows are read.
     *
     * @param plain reads plain cells
     * @param extras tells which further columns are kept
     * @param judged fields by which rows are passed over
     * @param usual whether a row is one that readers do not count apart
     */
    record Rules(PlainCells plain, Extras extras, Set<Integer> judged, Predicate<SourceRow> usual) {}

    /**
     * The text of a file the engine is to read, where its profile looks at each row by itself (no totals, groups, sections
     * or spreads, one table, no parts to add up) and each of its lines is a row of the header's cells; empty for all others.
     */
    static Optional<PlainText> text(Content content, SourceProfile profile, Table table) {
        boolean eachByItself = profile.targets().size() == 1
                && (profile.load().duplicates() == Duplicates.SAME
                        || profile.load().duplicates() == Duplicates.REJECT);
        if (content.kind() != Content.Kind.CSV
                || !eachByItself
                || !isPlain(profile.layout())
                || !table.preamble().isEmpty()) {
            return Optional.empty();
        }
        char delimiter =
                profile.layout().delimiter().map(sign -> sign.charAt(0)).orElseGet(content::shownDelimiter);
        return content.plain(delimiter)
                .filter(text -> text.cells() == table.fields().count());
    }

    /** The same for the store. */
    static CellFile file(PlainText text, SourceProfile profile) {
        long above = 1L + profile.layout().descriptionRows();
        return new CellFile(
                text.path(), text.delimiter(), text.end(), text.cells(), above, text.lines() - above, text.longest());
    }

    private static boolean isPlain(LayoutRules layout) {
        return layout.header()
                && layout.delimiter().map(String::length).orElse(1) == 1
                && !layout.stopAtBlank()
                && !layout.sections()
                && layout.stopAt().isEmpty()
                && layout.log().isEmpty()
                && layout.special().isEmpty()
                && layout.rowCount().isEmpty()
                && layout.group().isEmpty()
                && layout.unpivot().isEmpty();
    }

    /**
     * Stages the rows that the engine can read.
     *
     * @return the reading, whose other rows are to be read in Java; empty when that would be most of the file
     */
    static Optional<EngineRead> stage(FileCells cells, Table table, TablePlan plan, Rules rules) {
        Optional<Map<String, Integer>> kept = rules.extras().kept();
        boolean isTold = !plan.telling().isByPlace()
                && plan.index("basis") < 0
                && !plan.steps().contains("extra")
                && kept.isPresent();
        if (!isTold) {
            return Optional.empty();
        }
        EngineRead read = new EngineRead(cells, table, plan, rules);
        return read.run(kept.get()) ? Optional.of(read) : Optional.empty();
    }

    private boolean run(Map<String, Integer> kept) {
        List<Told> told = columns.told();
        for (int number = 0; number < told.size(); number++) {
            if (!isFew(told.get(number))) {
                return false;
            }
            tell(number, told.get(number));
        }
        staged = cells.stage(plan.table(), rows(kept));
        return cells.rows() - staged <= Math.min(MOST_LEFT, MOST_LEFT_SHARE * cells.rows());
    }

    /** Whether some fields hold far fewer different texts than there are rows. */
    private boolean isFew(Told told) {
        boolean[] few = new boolean[1];
        cells.ask(
                "select approx_count_distinct(hash(" + names("", told) + ")) <= " + MOST_DIFFERENT
                        + " * count(*) from temp.file_cells",
                found -> few[0] = "true".equals(found[0]));
        return few[0];
    }

    private void tell(int number, Told told) {
        int[] wanted = told.columns().stream().mapToInt(Integer::intValue).toArray();
        int[] required = IntStream.range(0, wanted.length)
                .filter(i -> plan.required().contains(plan.columns().get(wanted[i])))
                .toArray();
        Set<Integer> fields = Set.copyOf(told.fields());
        FileCells.Meanings meanings = cells.meanings(
                number,
                told.fields().size(),
                plan.table(),
                told.columns().stream().map(plan.columns()::get).toList());
        List<Cell> empty = Collections.nCopies(table.fields().count(), Cell.of(""));
        cells.ask("select distinct " + names("", told) + " from temp.file_cells", texts -> {
            List<Cell> row = new ArrayList<>(empty);
            String[] keys = new String[texts.length];
            for (int i = 0; i < keys.length; i++) {
                keys[i] = Objects.requireNonNull(texts[i]);
                row.set(told.fields().get(i), Cell.of(keys[i]));
            }
            SourceRow part = SourceRow.data(0, row);
            @Nullable Object[] values = new Object[wanted.length];
            boolean fine = usual.test(part)
                    && plan.readPart(part, fields, wanted, values)
                    && IntStream.of(required).noneMatch(i -> values[i] == null);
            if (!fine) {
                odd.add(number);
            }
            meanings.add(keys, fine, fine ? values : new Object[wanted.length]);
        });
        meanings.finish();
    }

    private static String names(String of, Told told) {
        return told.fields().stream().map(field -> of + "c" + field).collect(Collectors.joining(", "));
    }

    private CellRows rows(Map<String, Integer> kept) {
        List<String> values = new ArrayList<>();
        Set<String> guards = new LinkedHashSet<>(columns.guards());
        for (int column = 0; column < plan.columns().size(); column++) {
            String name = plan.columns().get(column);
            values.add(name.equals("extra") ? extra(kept) : value(column));
            if (plan.required().contains(name) && !columns.isPresent(column)) {
                guards.add(value(column) + " is not null");
            }
        }
        kept.values().forEach(field -> guards.add(plainExtra("c.c" + field)));
        guards.addAll(moneyGuards());
        odd.forEach(number -> guards.add("t" + number + ".fine"));
        return new CellRows(values, List.copyOf(guards), meanings());
    }

    private Map<String, String> meanings() {
        Map<String, String> joins = new HashMap<>();
        for (int number = 0; number < columns.told().size(); number++) {
            List<Integer> fields = columns.told().get(number).fields();
            String told = "t" + number;
            String same = IntStream.range(0, fields.size())
                    .mapToObj(key -> told + ".k" + key + " = c.c" + fields.get(key))
                    .collect(Collectors.joining(" and "));
            joins.put(told, " join temp.told_" + number + " " + told + " on " + same);
        }
        return joins;
    }

    private String value(int column) {
        return columns.copied(column)
                .or(() -> columns.constant(column))
                .orElseGet(() -> IntStream.range(0, columns.told().size())
                        .filter(number -> columns.told().get(number).columns().contains(column))
                        .mapToObj(
                                number -> "t" + number + ".\"" + plan.columns().get(column) + '"')
                        .findFirst()
                        .orElse("null"));
    }

    /** Money without a currency is left to the readers, which refuse it. */
    private List<String> moneyGuards() {
        int currency = plan.index("currency");
        return plan.moneyColumns().stream()
                .map(plan::index)
                .filter(column -> column >= 0 && currency >= 0)
                .map(column -> "(" + value(currency) + " is not null or " + value(column) + " is null)")
                .toList();
    }

    /** The further columns as JSON, as {@link Extras} writes them where no sign needs another for it. */
    private static String extra(Map<String, Integer> kept) {
        if (kept.isEmpty()) {
            return "null";
        }
        List<String> members = new ArrayList<>();
        kept.forEach((name, field) -> members.add("case when c.c" + field + " = '' then '' else "
                + Sql.literal("," + JsonNodeFactory.instance.stringNode(name) + ":\"") + " || c.c" + field
                + " || '\"' end"));
        return "nullif('{' || substr(" + String.join(" || ", members) + ", 2) || '}', '{}')";
    }

    private static String plainExtra(String cell) {
        String sign = "[!#-?A-\\[\\]-~]";
        return "regexp_full_match(" + cell + ", '|" + sign + "|" + sign + "[ !#-?A-\\[\\]-~]*" + sign + "')";
    }

    /** Tells the loader what was staged. */
    void count(RowLoader loader) {
        loader.took(staged);
        Coverage coverage = loader.coverages().get(0);
        cells.days(plan.table(), days -> {
            if (days[0] != null && days[1] != null) {
                coverage.add(LocalDate.parse(days[0]), LocalDate.parse(days[1]), plan.breakdown());
            }
        });
    }

    /** The rows that were not staged. */
    Table.Rows rest() {
        return new RestRows(cells.rest());
    }

    /** Whether a row of the rest, when all of it is read, has the key of a staged one: then the file must be read in its own order. */
    boolean isCrossed() {
        return cells.repeatsKeys(plan.table());
    }
}
