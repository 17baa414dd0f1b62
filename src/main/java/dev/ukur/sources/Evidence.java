package dev.ukur.sources;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.ColumnRule;
import dev.ukur.model.ColumnValue;
import dev.ukur.model.LocaleRules;
import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.cell.CellResult;
import dev.ukur.sources.cell.DateEvidence;
import dev.ukur.sources.cell.DateOrder;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.NumberEvidence;
import dev.ukur.sources.cell.NumberLocale;
import dev.ukur.sources.cell.Reject;
import dev.ukur.sources.read.Cell;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The first look at a file: how its numbers and dates are written, by all its cells. Numbers are judged over the whole
 * file, dates column by column.
 */
final class Evidence {

    private final String file;
    private final LocaleRules locale;
    private final AccountSettings account;
    private final NumberEvidence numbers = new NumberEvidence();
    private final Set<Integer> numeric = new LinkedHashSet<>();
    private final Map<Integer, DateEvidence> temporal = new LinkedHashMap<>();

    Evidence(String file, SourceProfile profile, Table table, AccountSettings account) {
        this.file = file;
        this.locale = profile.locale();
        this.account = account;
        for (ColumnRule rule : profile.columns()) {
            rule.value().match(new ColumnValue.Cases<Boolean>() {
                @Override
                public Boolean read(ColumnValue.Read read) {
                    return note(read, table.index(read.from()));
                }

                @Override
                public Boolean derived(ColumnValue.Derived derived) {
                    return false;
                }
            });
        }
    }

    private boolean note(ColumnValue.Read read, int field) {
        if (field >= 0 && read.type().isNumeric()) {
            numeric.add(field);
        }
        if (field >= 0 && read.type().isTemporal()) {
            temporal.computeIfAbsent(field, any -> new DateEvidence());
        }
        return true;
    }

    /** Takes one row into account. Cells the container types need no evidence. */
    void look(SourceRow row) {
        for (int field : numeric) {
            Cell cell = row.cell(field);
            if (cell.typed() == null) {
                numbers.add(cell.text());
            }
        }
        for (Map.Entry<Integer, DateEvidence> column : temporal.entrySet()) {
            Cell cell = row.cell(column.getKey());
            if (cell.typed() == null) {
                column.getValue().add(cell.text());
            }
        }
    }

    /** Fields whose cells show how numbers are written. */
    Set<Integer> numeric() {
        return numeric;
    }

    /** Fields whose cells show how dates are written. */
    Set<Integer> temporal() {
        return temporal.keySet();
    }

    /** Takes the text of one cell into account. */
    void look(int field, String text) {
        if (numeric.contains(field)) {
            numbers.add(text);
        }
        DateEvidence dates = temporal.get(field);
        if (dates != null) {
            dates.add(text);
        }
    }

    /**
     * The locale to read all numbers in.
     *
     * @throws ProblemException when the cells leave it open or contradict themselves or the profile
     */
    NumberLocale numberLocale() {
        CellResult<NumberLocale> decided = numbers.decide(
                locale.number().flatMap(NumberLocale::of),
                account.numberLocale().flatMap(NumberLocale::of));
        Optional<Reject> rejection = decided.rejection();
        if (rejection.isPresent()) {
            throw new ProblemException(problem(rejection.get())
                    .with("dot", numbers.example(NumberLocale.DOT).orElse("-"))
                    .with("comma", numbers.example(NumberLocale.COMMA).orElse("-"))
                    .with("open", numbers.ambiguousExample().orElse("-")));
        }
        NumberLocale found = decided.orNull();
        return found == null ? NumberLocale.DOT : found;
    }

    /**
     * The reader of each date column.
     *
     * @throws ProblemException when a column shows both orders, or the one not declared
     */
    Map<Integer, Dates> dates() {
        Map<Integer, Dates> dates = new HashMap<>();
        temporal.forEach((field, evidence) -> {
            CellResult<DateOrder> decided = evidence.decide(
                    locale.date().flatMap(DateOrder::of), account.dateOrder().flatMap(DateOrder::of));
            Optional<Reject> rejection = decided.rejection();
            if (rejection.isPresent()) {
                throw new ProblemException(problem(rejection.get())
                        .with("dmy", evidence.example(DateOrder.DMY).orElse("-"))
                        .with("mdy", evidence.example(DateOrder.MDY).orElse("-"))
                        .with("open", evidence.ambiguousExample().orElse("-")));
            }
            DateOrder order = decided.orNull();
            dates.put(field, order == null ? Dates.withoutOrder() : Dates.in(order));
        });
        return dates;
    }

    /** A cell that shows a locale, for people. */
    Optional<String> example(NumberLocale shown) {
        return numbers.example(shown);
    }

    /** The order of day and month in a column, where its cells need one. */
    Optional<DateOrder> order(int field) {
        DateEvidence found = temporal.get(field);
        return found == null
                ? Optional.empty()
                : Optional.ofNullable(found.decide(
                                locale.date().flatMap(DateOrder::of),
                                account.dateOrder().flatMap(DateOrder::of))
                        .orNull());
    }

    /** The order of day and month in all columns that need one; empty when none does, or not all have the same. */
    Optional<DateOrder> soleOrder() {
        List<DateOrder> orders = temporal.keySet().stream()
                .flatMap(field -> order(field).stream())
                .distinct()
                .toList();
        return orders.size() == 1 ? Optional.of(orders.get(0)) : Optional.empty();
    }

    private Problem problem(Reject reject) {
        Location at = Location.of(file);
        return switch (reject) {
            case MIXED_NUMBER_LOCALE -> Problem.error("mixed-number-locale", at);
            case AMBIGUOUS_NUMBER_LOCALE, NOT_A_NUMBER -> Problem.error("ambiguous-number-locale", at);
            case DECLARED_LOCALE_CONTRADICTED -> Problem.error("declared-locale-contradicted", at);
            case BAD_OR_AMBIGUOUS_DATE -> Problem.error("bad-or-ambiguous-date", at);
        };
    }
}
