package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.model.ValueType;
import dev.ukur.sources.cell.NumberLocale;
import dev.ukur.sources.read.PlainText;
import dev.ukur.store.Sql;
import dev.ukur.store.TableShape.ColumnType;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The SQL that reads a cell which is written plainly, as {@link CellReaders} would: an id of printable signs, a number
 * without grouping, an ISO time. Each has a guard, which only holds where both readings are the same; a cell it does not
 * hold for is no worse, it is only not read here.
 */
final class PlainCells {

    /**
     * A cell read in SQL.
     *
     * @param value its value, null for no value
     * @param guard true where the value is that of the Java reader; false or null elsewhere
     * @param isPresent whether there is a value wherever the guard holds
     */
    record Plain(String value, String guard, boolean isPresent) {

        private Plain(String value, String guard) {
            this(value, guard, false);
        }
    }

    /** Printable ASCII, no blank at either end; as {@link PlainText#printable()} has it, but for the signs of a person. */
    private static final String TEXT = "[!-~]|[!-~][ -~]*[!-~]";

    /** The guard of what cannot be read otherwise. */
    static final String ALWAYS = "true";

    private static final String YEAR = "(197[1-9]|19[89][0-9]|20[0-9][0-9])";
    private static final String DAY = YEAR + "-[0-9]{2}-[0-9]{2}";
    private static final String TIME = "[T ]([01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]([.][0-9]{1,6})?";

    private final ReadContext context;
    private final NumberLocale locale;
    private final Set<Integer> printable;

    /**
     * @param locale of all numbers of the file
     * @param printable fields all of whose cells are known to be plain text
     */
    PlainCells(ReadContext context, NumberLocale locale, Set<Integer> printable) {
        this.context = context;
        this.locale = locale;
        this.printable = Set.copyOf(printable);
    }

    /**
     * The reading of a column, where there is one.
     *
     * @param field of the file
     * @param type of the column of the table
     */
    Optional<Plain> of(int field, ColumnValue.Read read, ColumnType type) {
        if (!context.nulls().texts().stream().allMatch(PlainCells::isAscii)) {
            return Optional.empty();
        }
        String cell = "c.c" + field;
        boolean isText = type == ColumnType.TEXT && (read.type() == ValueType.TEXT || read.type() == ValueType.ID);
        if (isText && printable.contains(field)) {
            return Optional.of(orNothing(cell, new Plain(cell, ALWAYS), read.required()));
        }
        return plain(cell, read, type).map(plain -> orNothing(cell, plain, read.required()));
    }

    private Optional<Plain> plain(String cell, ColumnValue.Read read, ColumnType type) {
        ValueType written = read.type();
        if (type == ColumnType.TEXT && written == ValueType.TEXT) {
            return Optional.of(new Plain(cell, text(cell)));
        }
        if (type == ColumnType.TEXT && written == ValueType.ID) {
            return Optional.of(new Plain(cell, text(cell) + " and not starts_with(" + cell + ", '[')"));
        }
        if (type == ColumnType.COUNT && written == ValueType.COUNT) {
            return Optional.of(new Plain("try_cast(" + cell + " as bigint)", matches(cell, "0|[1-9][0-9]{0,17}")));
        }
        if (type == ColumnType.DECIMAL && isDecimal(read)) {
            String fraction = locale == NumberLocale.DOT ? "([.][0-9]{1,4})?" : "";
            return Optional.of(new Plain(
                    "try_cast(" + cell + " as decimal(18, 4))", matches(cell, "(0|[1-9][0-9]{0,9})" + fraction)));
        }
        if (type == ColumnType.DAY && written == ValueType.DATE) {
            return Optional.of(day(cell, read));
        }
        return type == ColumnType.INSTANT && written == ValueType.INSTANT ? instant(cell, read) : Optional.empty();
    }

    private static boolean isDecimal(ColumnValue.Read read) {
        boolean amount = read.type() == ValueType.MONEY || read.type() == ValueType.DECIMAL;
        return read.type() == ValueType.COUNT
                || (amount && read.form().unit().orElse("major").equals("major"));
    }

    private Plain day(String cell, ColumnValue.Read read) {
        String day = "try_cast(" + cell + " as date)";
        String real = read.form().planned() ? day + " is not null" : day + " <= date '" + context.lastDay() + "'";
        return new Plain(day, matches(cell, DAY) + " and " + real);
    }

    /** Times in UTC, and those of a zone whose clocks have not been changed since 1970. */
    private Optional<Plain> instant(String cell, ColumnValue.Read read) {
        if (shift(context.zone()).isEmpty() || read.form().unit().isPresent()) {
            return Optional.empty();
        }
        Optional<Integer> source = read.form()
                .zone()
                .map(ZoneId::of)
                .or(() -> context.facts().zone())
                .flatMap(PlainCells::shift);
        String written = "try_cast(" + cell + " as timestamp)";
        String utc = source.map(seconds -> "case when suffix(" + cell + ", 'Z') then " + written + " else " + written
                        + " - to_seconds(" + seconds + ") end")
                .orElse(written);
        Instant future =
                context.lastDay().plusDays(1).atStartOfDay(context.zone()).toInstant();
        String real = read.form().planned()
                ? written + " is not null"
                : utc + " < timestamp '" + future.atOffset(ZoneOffset.UTC).toLocalDateTime() + "'";
        return Optional.of(new Plain(
                utc, matches(cell, DAY + TIME + (source.isPresent() ? "Z?" : "Z")) + " and " + real));
    }

    /** The day of an instant in the workspace's zone. */
    Optional<String> dayOf(String instant) {
        return shift(context.zone()).map(seconds -> "cast(" + instant + " + to_seconds(" + seconds + ") as date)");
    }

    /** Seconds that a zone is ahead of UTC, if that has never changed since 1970. */
    private static Optional<Integer> shift(ZoneId zone) {
        return zone.getRules().nextTransition(Instant.EPOCH) == null
                ? Optional.of(zone.getRules().getOffset(Instant.EPOCH).getTotalSeconds())
                : Optional.empty();
    }

    private static String text(String cell) {
        return matches(cell, TEXT) + " and not contains(" + cell + ", '@') and not contains(" + cell + ", '%40')";
    }

    private static String matches(String cell, String pattern) {
        return "regexp_full_match(" + cell + ", " + Sql.literal(pattern) + ")";
    }

    /** An empty cell and a null marker are no value, whatever the type. */
    private Plain orNothing(String cell, Plain plain, boolean required) {
        String markers = context.nulls().texts().stream()
                .map(marker -> Sql.literal(marker.toLowerCase(Locale.ROOT)))
                .collect(Collectors.joining(", "));
        String nothing = cell + " = ''" + (markers.isEmpty() ? "" : " or lower(" + cell + ") in (" + markers + ")");
        boolean always = plain.guard().equals(ALWAYS);
        if (required) {
            return new Plain(plain.value(), "not (" + nothing + ")" + (always ? "" : " and " + plain.guard()), true);
        }
        return new Plain(
                "case when " + nothing + " then null else " + plain.value() + " end",
                always ? ALWAYS : "(" + nothing + " or (" + plain.guard() + "))");
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }
}
