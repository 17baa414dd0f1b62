package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.sources.cell.Bounded;
import dev.ukur.sources.cell.CellResult;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.cell.Reject;
import dev.ukur.sources.cell.ShareForm;
import dev.ukur.sources.read.Cell;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Readers of numeric cells. A cell the container has typed is taken as typed; text is read in the file's locale. */
final class NumberCells {

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

    private final ReadContext context;

    NumberCells(ReadContext context) {
        this.context = context;
    }

    /** Whole numbers, as {@code Long}. */
    CellReader count(ColumnValue.Form form) {
        return (cell, faults) -> {
            BigDecimal number = isMasked(cell, form) ? null : number(cell, faults);
            if (number == null || isRefused(number, form, cell, faults)) {
                return null;
            }
            try {
                return number.longValueExact();
            } catch (ArithmeticException e) {
                faults.add(Reject.NOT_A_NUMBER.code(), cell.text());
                return null;
            }
        };
    }

    /** Numbers with a fraction, exactly; of money in major units. */
    CellReader decimal(ColumnValue.Form form) {
        BigDecimal divisor = divisor(form.unit().orElse("major"));
        return (cell, faults) -> {
            BigDecimal number = isMasked(cell, form) ? null : number(cell, faults);
            if (number == null || isRefused(number, form, cell, faults)) {
                return null;
            }
            return divisor.equals(BigDecimal.ONE) ? number : number.divide(divisor);
        };
    }

    /** Measured numbers of any sign, as {@link Bounded}: a rating below 1 may be written {@code <1}. */
    CellReader number(ColumnValue.Form form) {
        return (cell, faults) -> {
            if (cell.typed() instanceof BigDecimal typed) {
                return limited(new Bounded(typed, Bounded.Bound.EXACT), form);
            }
            Bounded number = value(context.numbers().bounded(cell.text()), cell, faults);
            return number == null ? null : limited(number, form);
        };
    }

    /** Shares, as {@link Bounded}, 0 to 1. */
    CellReader share(ColumnValue.Form form) {
        ShareForm plain = form.unit()
                .map(unit -> unit.equals("percent") ? ShareForm.PERCENT : ShareForm.FRACTION)
                .orElse(ShareForm.SIGNED);
        return (cell, faults) -> {
            if (cell.typed() instanceof BigDecimal typed) {
                BigDecimal share = plain == ShareForm.PERCENT ? typed.divide(HUNDRED) : typed;
                return limited(new Bounded(share, Bounded.Bound.EXACT), form);
            }
            Bounded share = value(context.numbers().share(cell.text(), plain), cell, faults);
            return share == null ? null : limited(share, form);
        };
    }

    private @Nullable BigDecimal number(Cell cell, Faults faults) {
        if (cell.typed() instanceof BigDecimal typed) {
            return typed;
        }
        return value(context.numbers().number(cell.text()), cell, faults);
    }

    private static boolean isRefused(BigDecimal number, ColumnValue.Form form, Cell cell, Faults faults) {
        if (number.signum() < 0 && !form.negative()) {
            faults.add("negative_amount", cell.text());
            return true;
        }
        return false;
    }

    /** Whether the platform keeps a small number to itself. */
    private static boolean isMasked(Cell cell, ColumnValue.Form form) {
        if (!form.masked() || cell.typed() != null) {
            return false;
        }
        String text = CellText.trim(cell.text());
        return text.startsWith("<") || text.startsWith(">");
    }

    /** A number that stands for a limit as that limit. */
    private static Bounded limited(Bounded number, ColumnValue.Form form) {
        ColumnValue.Sentinel sentinel = form.sentinels().get(number.value().stripTrailingZeros());
        if (sentinel == null || number.bound() != Bounded.Bound.EXACT) {
            return number;
        }
        return new Bounded(sentinel.value(), sentinel.below() ? Bounded.Bound.LT : Bounded.Bound.GT);
    }

    private static BigDecimal divisor(String unit) {
        return switch (unit) {
            case "minor" -> HUNDRED;
            case "micros" -> MILLION;
            default -> BigDecimal.ONE;
        };
    }

    static <T> @Nullable T value(CellResult<T> result, Cell cell, Faults faults) {
        T value = result.orNull();
        if (value == null) {
            result.rejection().ifPresent(reject -> faults.add(reject.code(), cell.text()));
        }
        return value;
    }
}
