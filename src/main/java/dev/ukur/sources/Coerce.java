package dev.ukur.sources;

import dev.ukur.sources.cell.Bounded;
import dev.ukur.sources.cell.Dates;
import dev.ukur.sources.cell.Reject;
import dev.ukur.store.TableShape.ColumnType;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A read or derived value in the Java type of its canonical column. */
final class Coerce {

    /** Digits before the decimal point that every decimal column of the store can hold. */
    private static final int MOST_DIGITS = 12;

    private Coerce() {}

    /** The value, or null with a fault when the column cannot hold it. */
    static @Nullable Object to(ColumnType type, @Nullable Object value, Faults faults) {
        if (value == null) {
            return null;
        }
        Object plain = value instanceof Bounded bounded ? bounded.value() : value;
        try {
            return switch (type) {
                case TEXT -> plain.toString();
                case COUNT -> number(plain).longValueExact();
                case DECIMAL -> decimal(number(plain), faults);
                case NUMBER -> number(plain).doubleValue();
                case FLAG -> plain instanceof Boolean flag ? flag : Boolean.valueOf(plain.toString());
                case DAY -> plain instanceof LocalDate day ? day : day(plain.toString(), faults);
                case INSTANT -> plain instanceof Instant instant ? instant : Instant.parse(plain.toString());
            };
        } catch (ArithmeticException | NumberFormatException e) {
            faults.add("not_a_number", plain.toString());
        } catch (java.time.DateTimeException e) {
            faults.add("bad_or_ambiguous_date", plain.toString());
        }
        return null;
    }

    /** A day put together by a profile, year first; the parts need no leading zeros. */
    private static @Nullable LocalDate day(String text, Faults faults) {
        LocalDate day = Dates.withoutOrder().date(text).orNull();
        if (day == null) {
            faults.add(Reject.BAD_OR_AMBIGUOUS_DATE.code(), text);
        }
        return day;
    }

    private static @Nullable BigDecimal decimal(BigDecimal number, Faults faults) {
        if (number.precision() - number.scale() > MOST_DIGITS) {
            faults.add("out_of_range", number.toString());
            return null;
        }
        return number;
    }

    private static BigDecimal number(Object value) {
        return value instanceof BigDecimal number ? number : new BigDecimal(value.toString());
    }
}
