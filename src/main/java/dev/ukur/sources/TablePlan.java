package dev.ukur.sources;

import dev.ukur.sources.cell.Bounded;
import dev.ukur.store.TableShape;
import dev.ukur.store.TableShape.ColumnType;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Rows of one file to rows of one canonical table. */
final class TablePlan {

    /** Columns that do not come from a step of the profile. */
    private static final Set<String> ALWAYS =
            Set.of("account", "extra", "breakdown", "currency", "period_start", "period_end");

    private final TableShape shape;
    private final PlanSteps steps;
    private final RowState state;
    private final ReadContext context;
    private final Extras extras;
    private final @Nullable String breakdown;
    private final String[] columns;
    private final ColumnType[] types;
    private final int[] slots;
    private final int[] boundOf;
    private final Set<String> required;
    private final int period;
    private final boolean fallsBack;
    private final int currency;
    private final int[] money;
    private boolean fellBack;

    TablePlan(TableShape shape, PlanSteps steps, ReadContext context, Extras extras) {
        this.shape = shape;
        this.steps = steps;
        this.context = context;
        this.extras = extras;
        this.state = new RowState(steps.slots());
        this.breakdown = steps.breakdown();
        this.required = new HashSet<>(shape.required());
        this.columns = shape.columns().keySet().stream().filter(this::isGiven).toArray(String[]::new);
        this.types = Arrays.stream(columns)
                .map(column -> shape.columns().getOrDefault(column, ColumnType.TEXT))
                .toArray(ColumnType[]::new);
        this.slots = new int[columns.length];
        this.boundOf = new int[columns.length];
        for (int i = 0; i < columns.length; i++) {
            slots[i] = state.slot(columns[i]);
            boundOf[i] = columns[i].endsWith("_bound")
                    ? state.slot(columns[i].substring(0, columns[i].length() - "_bound".length()))
                    : -1;
        }
        this.period = state.slot("period");
        this.fallsBack = steps.periodMayBeUnknown();
        this.currency = index("currency");
        this.money = steps.moneyColumns().stream().mapToInt(this::index).toArray();
    }

    String table() {
        return shape.name();
    }

    TableShape shape() {
        return shape;
    }

    /** Fields of the file that name somebody known, the one a row is about first. */
    Set<Integer> people() {
        return steps.people();
    }

    /** Fields of the file that name somebody without whom there is no row. */
    Set<Integer> subjects() {
        return steps.subjects();
    }

    /** Columns read as money. */
    Set<String> moneyColumns() {
        return steps.moneyColumns();
    }

    /** Whether a column may hold something, or must be looked at: others need not be staged row by row. */
    private boolean isGiven(String column) {
        return ALWAYS.contains(column)
                || required.contains(column)
                || shape.key().contains(column)
                || state.slot(column) >= 0
                || (column.endsWith("_bound")
                        && state.slot(column.substring(0, column.length() - "_bound".length())) >= 0);
    }

    /** The columns of its rows: those of the table that the file can fill. */
    List<String> columns() {
        return List.of(columns);
    }

    /** Whether rows name their own days. */
    boolean namesDays() {
        return period >= 0 || (state.slot("period_start") >= 0 && state.slot("period_end") >= 0);
    }

    /** Whether the last row took its days from the file because its own time is unknown. */
    boolean fellBack() {
        return fellBack;
    }

    /** What the last row read was found to be. */
    RowState state() {
        return state;
    }

    /** The index of a column, or -1. */
    int index(String column) {
        return Arrays.asList(columns).indexOf(column);
    }

    /** Whether lines of a group are added up in a column. */
    boolean isSummed(int column) {
        return steps.rules().stream()
                .anyMatch(rule -> rule.sum() && rule.column().equals(columns[column]));
    }

    /**
     * The values of a row in the order of {@link #columns()}, or null when it has a fault, see {@link #state()}.
     *
     * @param groupLine number of the line in its group, from 1
     */
    @Nullable
    Object @Nullable [] read(SourceRow row, long groupLine) {
        fellBack = false;
        state.begin(row, groupLine);
        if (row.fault().isPresent()) {
            state.faults().at("$line");
            state.faults().add(row.fault().get(), null);
            return null;
        }
        steps.run(state);
        @Nullable Object[] values = new Object[columns.length];
        for (int i = 0; i < columns.length; i++) {
            state.faults().at(columns[i]);
            values[i] = value(i, row);
        }
        checkMoney(values);
        for (int i = 0; i < columns.length; i++) {
            if (values[i] == null && required.contains(columns[i])) {
                state.faults().at(columns[i]);
                state.faults().add(columns[i].startsWith("period_") ? "period_missing" : "missing_required", null);
            }
        }
        return state.faults().first() == null ? values : null;
    }

    /**
     * Reads what some fields of a row tell, the others being empty.
     *
     * @param wanted columns to read, by their index
     * @return whether that part of the row is without fault, and takes nothing from the file for want of its own
     */
    boolean readPart(SourceRow row, Set<Integer> fields, int[] wanted, @Nullable Object[] values) {
        fellBack = false;
        state.begin(row, 1);
        steps.run(state, fields);
        for (int i = 0; i < wanted.length; i++) {
            state.faults().at(columns[wanted[i]]);
            values[i] = value(wanted[i], row);
        }
        return state.faults().first() == null && !fellBack;
    }

    /** Which fields of the file tell what. */
    Telling telling() {
        return steps.telling();
    }

    /** All that is read or derived of a row, also what is no column of the table. */
    List<String> steps() {
        return steps.slots();
    }

    /** The type of a column. */
    ColumnType type(int column) {
        return types[column];
    }

    /** Columns that no row may lack. */
    Set<String> required() {
        return Set.copyOf(required);
    }

    /** The report its rows are; null for tables that know no reports. */
    @Nullable
    String breakdown() {
        return breakdown;
    }

    private @Nullable Object value(int i, SourceRow row) {
        if (boundOf[i] >= 0) {
            return bound(state.get(boundOf[i]));
        }
        Object read = slots[i] < 0 ? null : state.get(slots[i]);
        if (read instanceof Bounded limit && limit.bound() != Bounded.Bound.EXACT && !keepsBound(i)) {
            state.faults()
                    .add("not_a_number", limit.bound() == Bounded.Bound.LT ? "<" + limit.value() : ">" + limit.value());
            return null;
        }
        Object value = Coerce.to(types[i], read, state.faults());
        if (value != null) {
            return value;
        }
        return switch (columns[i]) {
            case "account" -> context.facts().account();
            case "extra" -> extras.json(row);
            case "breakdown" -> breakdown;
            case "currency" -> context.facts().currency().orElse(null);
            case "period_start" -> day(true);
            case "period_end" -> day(false);
            default -> null;
        };
    }

    /** Whether the table can say of a column that its value is only a limit. */
    private boolean keepsBound(int column) {
        return shape.columns().containsKey(columns[column] + "_bound");
    }

    private @Nullable LocalDate day(boolean first) {
        Object own = period < 0 ? null : state.get(period);
        if (own instanceof Period days) {
            return first ? days.first() : days.last();
        }
        if (own != null) {
            return (LocalDate) Coerce.to(ColumnType.DAY, own, state.faults());
        }
        if (period >= 0 && !fallsBack) {
            return null;
        }
        Period file = context.facts().period().orElse(null);
        if (file == null) {
            return null;
        }
        fellBack |= period >= 0;
        return first ? file.first() : file.last();
    }

    private static @Nullable String bound(@Nullable Object value) {
        if (value instanceof Bounded bounded && bounded.bound() != Bounded.Bound.EXACT) {
            return bounded.bound() == Bounded.Bound.LT ? "lt" : "gt";
        }
        return null;
    }

    /** Money without a currency is not loaded. */
    private void checkMoney(@Nullable Object[] values) {
        if (currency < 0 || values[currency] != null) {
            return;
        }
        for (int column : money) {
            if (column >= 0 && values[column] != null) {
                state.faults().at("currency");
                state.faults().add("unknown_currency", null);
                return;
            }
        }
    }

    /** The number a total row states in a column, or null. */
    @Nullable
    Object total(SourceRow row, String column) {
        state.begin(row, 1);
        steps.run(state);
        int slot = state.slot(column);
        return slot < 0 ? null : state.get(slot);
    }
}
