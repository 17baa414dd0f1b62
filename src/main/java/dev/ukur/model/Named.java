package dev.ukur.model;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Definitions of one kind by their names, in their order. Each is read when it is first asked for: one question needs few
 * of the hundreds there are, and a program that starts for it must not read the others.
 *
 * @param <T> the kind
 */
public final class Named<T> {

    private final Map<String, Late<T>> definitions;

    private Named(Map<String, Late<T>> definitions) {
        this.definitions = definitions;
    }

    /** Definitions that have been read. */
    public static <T> Named<T> of(Map<String, T> definitions) {
        Map<String, Late<T>> read = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> read.put(name, new Late<>(() -> definition)));
        return new Named<>(read);
    }

    /** Definitions still to be read, each at most once. */
    public static <T> Named<T> late(Map<String, Supplier<T>> readers) {
        Map<String, Late<T>> late = new LinkedHashMap<>();
        readers.forEach((name, reader) -> late.put(name, new Late<>(reader)));
        return new Named<>(late);
    }

    /** These and then others, which override equal names. */
    public Named<T> and(Named<T> others) {
        Map<String, Late<T>> both = new LinkedHashMap<>(definitions);
        both.putAll(others.definitions);
        return new Named<>(both);
    }

    /** The same names for what is made of each definition, when it is asked for. */
    public Named<T> each(Function<T, T> made) {
        Map<String, Late<T>> late = new LinkedHashMap<>();
        definitions.forEach((name, definition) -> late.put(name, new Late<>(() -> made.apply(definition.get()))));
        return new Named<>(late);
    }

    /** The definition of a name. */
    public Optional<T> get(String name) {
        return Optional.ofNullable(definitions.get(name)).map(Late::get);
    }

    /** Whether a name is defined. */
    public boolean has(String name) {
        return definitions.containsKey(name);
    }

    /** All names. */
    public Set<String> names() {
        return Collections.unmodifiableSet(definitions.keySet());
    }

    /** All definitions. */
    public List<T> all() {
        List<T> all = new ArrayList<>(definitions.size());
        definitions.values().forEach(definition -> all.add(definition.get()));
        return Collections.unmodifiableList(all);
    }

    /** A value that is made when first asked for. */
    private static final class Late<T> {

        private final Supplier<T> reader;
        private @Nullable T value;

        private Late(Supplier<T> reader) {
            this.reader = reader;
        }

        /** Two threads at once may both read it: what they read is equal. */
        T get() {
            T found = value;
            if (found == null) {
                found = reader.get();
                value = found;
            }
            return found;
        }
    }
}
