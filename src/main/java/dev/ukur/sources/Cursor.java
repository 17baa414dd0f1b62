package dev.ukur.sources;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far a reading of a database came: the greatest value of one column. */
final class Cursor {

    private final int column;
    private @Nullable Comparable<Object> greatest;

    private Cursor(int column) {
        this.column = column;
    }

    /**
     * The cursor over a column; over none when the source has no cursor.
     *
     * @throws ProblemException {@code database-no-cursor} when the rows lack the column
     */
    static Cursor of(String source, Optional<String> name, List<String> columns) {
        if (name.isEmpty()) {
            return new Cursor(-1);
        }
        List<String> lower =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        int column = lower.indexOf(name.get().toLowerCase(Locale.ROOT));
        if (column < 0) {
            throw new ProblemException(Problem.error("database-no-cursor", Location.of(source))
                    .with("column", name.get())
                    .with("columns", String.join(", ", columns)));
        }
        return new Cursor(column);
    }

    @SuppressWarnings("unchecked") // one column holds values of one class, each comparable with its own
    void look(@Nullable Object[] row) {
        if (column >= 0
                && row[column] instanceof Comparable<?> value
                && (greatest == null || greatest.compareTo(value) < 0)) {
            greatest = (Comparable<Object>) value;
        }
    }

    /** The greatest value as text; empty when there is none. */
    Optional<String> text() {
        return Optional.ofNullable(greatest).map(Object::toString);
    }
}
