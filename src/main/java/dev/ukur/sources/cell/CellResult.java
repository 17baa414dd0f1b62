package dev.ukur.sources.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a cell turned out to be: a value, nothing (empty or a null marker), or not readable for a stated reason. No
 * exception is ever thrown for a cell's text.
 *
 * <p>Fast use, without allocation: {@code orNull()} first, and only when that is null, {@code rejection()}.
 */
public sealed interface CellResult<T> {

    /** The value, or null when the cell holds nothing or was rejected. */
    @Nullable
    T orNull();

    /** Why the cell cannot be read; empty for a value and for a cell that holds nothing. */
    default Optional<Reject> rejection() {
        return Optional.empty();
    }

    /** Whether the cell holds nothing, rightly: unknown, not zero. */
    default boolean isNothing() {
        return false;
    }

    /** Calls the case that applies. */
    <R> R match(Cases<T, R> cases);

    /** The cases of a cell. */
    interface Cases<T, R> {
        R value(T value);

        R nothing();

        R rejected(Reject reason);
    }

    /** A cell with a value. */
    static <T> CellResult<T> of(T value) {
        return new Value<>(value);
    }

    /** An empty cell or a null marker. */
    @SuppressWarnings("unchecked") // holds no T
    static <T> CellResult<T> nothing() {
        return (CellResult<T>) Nothing.INSTANCE;
    }

    /** A cell that cannot be read. */
    static <T> CellResult<T> rejected(Reject reason) {
        return new Rejected<>(reason);
    }

    /** See {@link #of}. */
    record Value<T>(T value) implements CellResult<T> {
        @Override
        public T orNull() {
            return value;
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.value(value);
        }
    }

    /** See {@link #nothing}. */
    record Nothing<T>() implements CellResult<T> {
        private static final Nothing<Object> INSTANCE = new Nothing<>();

        @Override
        public @Nullable T orNull() {
            return null;
        }

        @Override
        public boolean isNothing() {
            return true;
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.nothing();
        }
    }

    /** See {@link #rejected}. */
    record Rejected<T>(Reject reason) implements CellResult<T> {
        @Override
        public @Nullable T orNull() {
            return null;
        }

        @Override
        public Optional<Reject> rejection() {
            return Optional.of(reason);
        }

        @Override
        public <R> R match(Cases<T, R> cases) {
            return cases.rejected(reason);
        }
    }
}
