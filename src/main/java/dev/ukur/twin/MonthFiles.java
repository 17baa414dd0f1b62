package dev.ukur.twin;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** One file after the other, a month each: the next one opens when its first day comes. */
final class MonthFiles<F extends Closeable> {

    private final Function<YearMonth, F> open;
    private @Nullable YearMonth month;
    private @Nullable F file;

    MonthFiles(Function<YearMonth, F> open) {
        this.open = open;
    }

    /** The file of a day; days come in order. */
    F of(LocalDate day) {
        F current = file;
        YearMonth wanted = YearMonth.from(day);
        if (current == null || !wanted.equals(month)) {
            close();
            current = open.apply(wanted);
            file = current;
            month = wanted;
        }
        return current;
    }

    /** Completes the open file, if there is one. */
    void close() {
        F current = file;
        file = null;
        if (current != null) {
            try {
                current.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
