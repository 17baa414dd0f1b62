package dev.ukur.sources;

import dev.ukur.model.ChannelRules;
import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.Expression;
import dev.ukur.model.SourceProfile;
import dev.ukur.model.ValueType;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.read.Cell;
import dev.ukur.store.TableShape;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The steps that read one row for one table: columns read, columns derived, traffic, brand. */
final class PlanSteps {

    /**
     * What steps need beside the profile.
     *
     * @param context of reading
     * @param dates reader of each date field, by field
     * @param channels rules
     * @param brandTerms lower-case words that mark a search as branded
     */
    record Parts(ReadContext context, Map<Integer, Dates> dates, ChannelRules channels, List<String> brandTerms) {}

    /** Columns whose text may name a brand. */
    private static final List<String> BRAND_BEARERS = List.of("keyword", "brand");

    /** Dimensions that may cut a report, by the table they stand in. */
    private static final Map<String, Set<String>> CUTS = Map.of(
            "web_stats", Set.of("source", "medium", "campaign", "channel", "device", "country", "page"),
            "ad_performance", Set.of("campaign", "ad_group", "ad", "keyword", "device", "network"));

    @FunctionalInterface
    private interface Work {
        void run(RowState state);
    }

    /** Something done with each row, and the fields of the file it looks at, those of earlier steps included. */
    private record Step(Set<Integer> fields, Work work) {}

    private final TableShape shape;
    private final List<ColumnRule> rules;
    private final Table table;
    private final Parts parts;
    private final List<String> slots = new ArrayList<>();
    private final List<Step> steps = new ArrayList<>();
    private final Map<Set<Integer>, List<Step>> stepsOf = new HashMap<>();
    private final Set<Integer> used = new HashSet<>();
    private final Set<String> cuts = new TreeSet<>();
    private final Set<String> money = new TreeSet<>();
    private final Set<Integer> persons = new LinkedHashSet<>();
    private final Set<Integer> people = new LinkedHashSet<>();
    private final Set<Integer> subjects = new LinkedHashSet<>();
    private final Telling telling = new Telling();
    private boolean periodMayBeUnknown = true;

    PlanSteps(TableShape shape, SourceProfile profile, Table table, Parts parts) {
        this.shape = shape;
        this.rules = profile.columnsOf(shape.name());
        this.table = table;
        this.parts = parts;
        rules.forEach(this::add);
        profile.traffic()
                .ifPresent(traffic ->
                        add(new TrafficStep(traffic, parts, table, !shape.key().contains("source"))));
        if (shape.columns().containsKey("is_branded") && !parts.brandTerms().isEmpty()) {
            BRAND_BEARERS.stream().filter(slots::contains).findFirst().ifPresent(this::addBrand);
        }
    }

    TableShape shape() {
        return shape;
    }

    void run(RowState state) {
        for (Step step : steps) {
            step.work().run(state);
        }
    }

    /** Runs only the steps that look at no other fields than these. */
    void run(RowState state, Set<Integer> fields) {
        stepsOf.computeIfAbsent(
                        fields,
                        these -> steps.stream()
                                .filter(step -> these.containsAll(step.fields()))
                                .toList())
                .forEach(step -> step.work().run(state));
    }

    /** Which fields tell what. */
    Telling telling() {
        return telling;
    }

    /** The columns that are set, in order of evaluation. */
    List<String> slots() {
        return slots;
    }

    List<ColumnRule> rules() {
        return rules;
    }

    /** Fields of the file that are read. */
    Set<Integer> used() {
        return used;
    }

    /** Fields of the file that tell people apart. */
    Set<Integer> persons() {
        return persons;
    }

    /** Fields of the file that name somebody known, not only a browser; the one the row is about first. */
    Set<Integer> people() {
        return people;
    }

    /** Fields of the file that name somebody without whom there is no row. */
    Set<Integer> subjects() {
        return subjects;
    }

    /** Columns read as money. */
    Set<String> moneyColumns() {
        return money;
    }

    /** Whether a row whose own day is unknown may take the file's period. */
    boolean periodMayBeUnknown() {
        return periodMayBeUnknown;
    }

    /** The report the file is, told by the dimensions it cuts by; null for tables that know no reports. */
    @Nullable
    String breakdown() {
        return shape.columns().containsKey("breakdown") ? String.join(",", cuts) : null;
    }

    private void add(ColumnRule rule) {
        rule.value().match(new ColumnValue.Cases<Boolean>() {
            @Override
            public Boolean read(ColumnValue.Read read) {
                return addRead(rule, read);
            }

            @Override
            public Boolean derived(ColumnValue.Derived derived) {
                return addDerived(rule, derived.expression());
            }
        });
    }

    private boolean addRead(ColumnRule rule, ColumnValue.Read read) {
        int field = table.index(read.from());
        if (field < 0) {
            if (read.required()) {
                throw new ProblemException(Problem.error(
                                "missing-column",
                                Location.of(parts.context().facts().name()))
                        .with("column", read.from().shown()));
            }
            return false;
        }
        used.add(field);
        int beside = read.beside().map(table::index).orElse(-1);
        if (beside >= 0) {
            used.add(beside);
        }
        CellReader reader =
                CellReaders.of(read, parts.context(), parts.dates().getOrDefault(field, Dates.withoutOrder()));
        int slot = slot(rule.column());
        cut(rule.column());
        if (read.type() == ValueType.PERSON) {
            persons.add(field);
            if (!rule.column().equals("anonymous_id")) {
                people.add(field);
            }
            if (read.required() || shape.required().contains(rule.column())) {
                subjects.add(field);
            }
        }
        if (read.type() == ValueType.MONEY) {
            money.add(rule.column());
        }
        if (rule.column().equals("period") && read.required()) {
            periodMayBeUnknown = false;
        }
        boolean required = read.required();
        add(telling.read(rule.column(), read, field, beside), state -> {
            state.faults().at(rule.column());
            Object value = reader.read(cell(state.row(), field, beside), state.faults());
            state.set(slot, value);
            if (value == null && required) {
                state.faults().add("missing_required", null);
            }
        });
        return true;
    }

    /** A cell, or two as one: a day and its time. */
    private static Cell cell(SourceRow row, int field, int beside) {
        Cell cell = row.cell(field);
        if (beside < 0 || cell.text().isBlank() || row.cell(beside).text().isBlank()) {
            return cell;
        }
        return Cell.of(cell.text().strip() + " " + row.cell(beside).text().strip());
    }

    private boolean addDerived(ColumnRule rule, Expression expression) {
        Expressions.Evaluator evaluator = new Expressions(List.copyOf(slots), parts.context()).compile(expression);
        int slot = slot(rule.column());
        if (!(expression instanceof Expression.Constant)) {
            cut(rule.column());
        }
        add(telling.derived(rule.column(), expression), state -> {
            state.faults().at(rule.column());
            state.set(slot, evaluator.value(state));
        });
        return true;
    }

    private void add(TrafficStep traffic) {
        used.addAll(traffic.used());
        List<String> columns = traffic.columns().stream()
                .filter(column -> shape.columns().containsKey(column) && !slots.contains(column))
                .toList();
        int[] targets = columns.stream().mapToInt(this::slot).toArray();
        columns.forEach(this::cut);
        columns.forEach(column -> telling.set(column, traffic.used()));
        add(traffic.used(), state -> {
            Map<String, @Nullable Object> values = traffic.read(state.row());
            for (int i = 0; i < targets.length; i++) {
                state.set(targets[i], values.get(columns.get(i)));
            }
        });
    }

    /** Whether the text of a column holds one of the workspace's own brand terms. */
    private void addBrand(String bearer) {
        int bearing = slots.indexOf(bearer);
        int slot = slot("is_branded");
        telling.set("is_branded", telling.of(bearer));
        add(telling.of(bearer), state -> {
            Object text = state.get(bearing);
            String query = text == null ? "" : text.toString().toLowerCase(Locale.ROOT);
            state.set(slot, text == null ? null : parts.brandTerms().stream().anyMatch(query::contains));
        });
    }

    private void add(Set<Integer> fields, Work work) {
        steps.add(new Step(fields, work));
    }

    private void cut(String column) {
        if (CUTS.getOrDefault(shape.name(), Set.of()).contains(column)) {
            cuts.add(column);
        }
    }

    private int slot(String column) {
        int known = slots.indexOf(column);
        if (known >= 0) {
            return known;
        }
        slots.add(column);
        return slots.size() - 1;
    }
}
