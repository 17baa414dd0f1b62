package dev.ukur.sources;

import dev.ukur.sources.PlainCells.Plain;
import dev.ukur.store.FileCells;
import dev.ukur.store.Sql;
import dev.ukur.store.TableShape.ColumnType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How each column of a table comes out of cells that the engine has read: copied from one cell by {@link PlainCells}, where
 * nearly all its cells are plain, else by what a few fields tell together, whose different texts are read once, in Java.
 */
final class EngineColumns {

    /** Rows by which it is seen whether the cells of a field are plain, and how many of a hundred must be. */
    private static final int SAMPLE = 20_000;

    private static final int FEWEST_PERCENT = 90;

    /**
     * Fields that tell something together.
     *
     * @param fields in order
     * @param columns of the table that they tell, by index
     */
    record Told(List<Integer> fields, List<Integer> columns) {}

    private final FileCells cells;
    private final TablePlan plan;
    private final PlainCells plain;
    private final Map<String, Optional<Plain>> read = new HashMap<>();
    private final Map<Integer, Plain> copied = new HashMap<>();
    private final Map<Integer, Object> constants = new HashMap<>();
    private final List<Told> told = new ArrayList<>();

    /** @param judged fields by which rows are passed over */
    EngineColumns(FileCells cells, TablePlan plan, PlainCells plain, Set<Integer> judged) {
        this.cells = cells;
        this.plan = plan;
        this.plain = plain;
        Map<Integer, Set<Integer>> looked = new HashMap<>();
        for (int column = 0; column < plan.columns().size(); column++) {
            if (!plan.columns().get(column).equals("extra")) {
                Optional<Plain> copy = copy(column);
                if (copy.isPresent()) {
                    copied.put(column, copy.get());
                } else {
                    looked.put(column, toldBy(column));
                }
            }
        }
        looked.entrySet().removeIf(each -> each.getValue().isEmpty() && isConstant(each.getKey()));
        Set<Set<Integer>> checked = new HashSet<>();
        judged.forEach(field -> checked.add(Set.of(field)));
        for (String step : plan.steps()) {
            if (read.getOrDefault(step, Optional.empty()).isEmpty()) {
                checked.add(plan.telling().of(step));
            }
        }
        group(looked, checked);
    }

    /** The SQL of a column that is copied from a cell. */
    Optional<String> copied(int column) {
        return Optional.ofNullable(copied.get(column)).map(Plain::value);
    }

    /** The SQL of a column that holds the same in all rows; of one that is missing everywhere there is none. */
    Optional<String> constant(int column) {
        return Optional.ofNullable(constants.get(column)).map(same -> Sql.literal(same.toString()));
    }

    /** What must hold of cells for the copies of them to be right. */
    Set<String> guards() {
        return copied.values().stream()
                .map(Plain::guard)
                .filter(guard -> !guard.equals(PlainCells.ALWAYS))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Whether a column has a value in each row of which the guards hold and whose texts can be read. */
    boolean isPresent(int column) {
        Plain copy = copied.get(column);
        return copy != null
                ? copy.isPresent()
                : constants.containsKey(column)
                        || told.stream().anyMatch(group -> group.columns().contains(column));
    }

    /** What fields tell; together they tell all columns that are not copied, and are all that may be wrong in a row. */
    List<Told> told() {
        return told;
    }

    private Optional<Plain> copy(int column) {
        String name = plan.columns().get(column);
        boolean isDay = name.equals("period_start") || name.equals("period_end");
        if (isDay && !plan.steps().contains(name)) {
            return read("period", ColumnType.DAY);
        }
        boolean hasDefault = name.equals("account") || name.equals("breakdown") || name.equals("currency") || isDay;
        return hasDefault || isBound(name) ? Optional.empty() : read(name, plan.type(column));
    }

    /** Keeps what a column holds in all rows, if SQL can say it. */
    private boolean isConstant(int column) {
        @Nullable Object[] value = new Object[1];
        boolean fine = plan.readPart(SourceRow.data(0, List.of()), Set.of(), new int[] {column}, value);
        Object constant = value[0];
        if (constant instanceof String || constant instanceof LocalDate) {
            constants.put(column, constant);
        }
        return fine && (constant == null || constants.containsKey(column));
    }

    private Set<Integer> toldBy(int column) {
        String name = plan.columns().get(column);
        Set<Integer> fields = new TreeSet<>(plan.telling().of(isBound(name) ? bounded(name) : name));
        if (name.equals("period_start") || name.equals("period_end")) {
            fields.addAll(plan.telling().of("period"));
        }
        return fields;
    }

    private boolean isBound(String name) {
        return name.endsWith("_bound") && plan.steps().contains(bounded(name));
    }

    private static String bounded(String name) {
        return name.substring(0, name.length() - "_bound".length());
    }

    private Optional<Plain> read(String step, ColumnType type) {
        Optional<Plain> known = read.get(step);
        if (known == null) {
            known = plan.telling()
                    .copy(step)
                    .flatMap(copy -> plain.of(copy.field(), copy.read(), type))
                    .filter(this::isUsual)
                    .or(() -> plan.telling()
                            .dayOf(step)
                            .filter(any -> type == ColumnType.DAY)
                            .flatMap(instant -> read(instant, ColumnType.INSTANT))
                            .flatMap(instant -> plain.dayOf(instant.value())
                                    .map(day -> new Plain(day, instant.guard(), instant.isPresent()))));
            read.put(step, known);
        }
        return known;
    }

    private boolean isUsual(Plain cell) {
        boolean[] usual = new boolean[1];
        cells.ask(
                "select 100 * count(*) filter (" + cell.guard() + ") >= " + FEWEST_PERCENT
                        + " * count(*) from (select * from temp.file_cells limit " + SAMPLE + ") c",
                found -> usual[0] = "true".equals(found[0]));
        return usual[0];
    }

    /** Fields that are among those of a larger group are told with it. */
    private void group(Map<Integer, Set<Integer>> looked, Set<Set<Integer>> checked) {
        Set<Set<Integer>> all = new HashSet<>(checked);
        all.addAll(looked.values());
        List<Set<Integer>> groups = new ArrayList<>();
        all.stream()
                .filter(fields -> !fields.isEmpty())
                .sorted(Comparator.comparing((Set<Integer> fields) -> -fields.size())
                        .thenComparing(Set::toString))
                .forEach(fields -> {
                    if (groups.stream().noneMatch(group -> group.containsAll(fields))) {
                        groups.add(fields);
                    }
                });
        groups.forEach(group -> told.add(new Told(group.stream().sorted().toList(), new ArrayList<>())));
        looked.forEach((column, fields) -> told.stream()
                .filter(group -> group.fields().containsAll(fields))
                .findFirst()
                .ifPresent(group -> group.columns().add(column)));
    }
}
