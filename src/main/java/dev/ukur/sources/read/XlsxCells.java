package dev.ukur.sources.read;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.dhatim.fastexcel.reader.CellType;
import org.jspecify.annotations.Nullable;

/**
 * Spreadsheet cells to typed {@link Cell}s. A number keeps the digits the file stores; its text shows the 15 significant
 * ones a spreadsheet shows of a fraction. A number with a date format is a date. A formula gives its stored result.
 */
final class XlsxCells {

    private static final MathContext SHOWN = new MathContext(15, RoundingMode.HALF_EVEN);
    private static final BigDecimal DAY_MILLIS = BigDecimal.valueOf(86_400_000);
    private static final BigDecimal LAST_SERIAL = BigDecimal.valueOf(2_958_466); // 10000-01-01
    private static final LocalDateTime EPOCH_1900 = LocalDateTime.of(1899, 12, 30, 0, 0);
    private static final LocalDateTime EPOCH_1904 = LocalDateTime.of(1904, 1, 1, 0, 0);

    /** Spreadsheets believe in 29 February 1900, serial 60: earlier serials are one day off. */
    private static final BigDecimal FIRST_TRUE_SERIAL = BigDecimal.valueOf(61);

    private static final DateTimeFormatter WITH_TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");
    private static final Cell EMPTY = Cell.of("");

    private final boolean date1904;

    XlsxCells(boolean date1904) {
        this.date1904 = date1904;
    }

    Cell of(org.dhatim.fastexcel.reader.@Nullable Cell cell) {
        if (cell == null) {
            return EMPTY;
        }
        if (cell.getType() == CellType.ERROR) {
            return Cell.of(textOf(cell.getRawValue()));
        }
        Object value = cell.getValue();
        if (value instanceof BigDecimal number) {
            return numberOf(number, cell);
        }
        if (value instanceof Boolean bool) {
            return new Cell(bool ? "TRUE" : "FALSE", bool);
        }
        return Cell.of(textOf(value));
    }

    /** The date of a serial number: days since the workbook's epoch, to the millisecond; empty outside 1900 to 9999. */
    Optional<LocalDateTime> dateOf(BigDecimal serial) {
        if (serial.signum() < 0 || serial.compareTo(LAST_SERIAL) >= 0) {
            return Optional.empty();
        }
        if (!date1904 && serial.compareTo(FIRST_TRUE_SERIAL) < 0) {
            return Optional.empty();
        }
        long millis =
                serial.multiply(DAY_MILLIS).setScale(0, RoundingMode.HALF_EVEN).longValueExact();
        return Optional.of((date1904 ? EPOCH_1904 : EPOCH_1900).plus(Duration.ofMillis(millis)));
    }

    private Cell numberOf(BigDecimal number, org.dhatim.fastexcel.reader.Cell cell) {
        boolean dated = DateFormat.isDate(cell.getDataFormatId(), cell.getDataFormatString());
        Optional<LocalDateTime> date = dated ? dateOf(number) : Optional.empty();
        return date.map(found -> new Cell(shown(found), found)).orElseGet(() -> new Cell(shown(number), number));
    }

    private static String shown(LocalDateTime date) {
        boolean midnight = date.toLocalTime().equals(LocalTime.MIDNIGHT);
        return midnight ? date.toLocalDate().toString() : WITH_TIME.format(date);
    }

    private static String shown(BigDecimal number) {
        BigDecimal exact = number.stripTrailingZeros();
        boolean fraction = exact.scale() > 0;
        BigDecimal rounded = fraction ? exact.round(SHOWN).stripTrailingZeros() : exact;
        return rounded.toPlainString();
    }

    private static String textOf(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }
}
