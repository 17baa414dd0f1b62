package dev.ukur.sources;

import dev.ukur.sources.read.Records;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The rows of a file whose every item holds some: none, one or many. */
final class QueuedRows implements Table.Rows {

    private final Records records;
    private final Function<Records.Item, ? extends Collection<SourceRow>> rowsOf;
    private final Deque<SourceRow> waiting = new ArrayDeque<>();

    QueuedRows(Records records, Function<Records.Item, ? extends Collection<SourceRow>> rowsOf) {
        this.records = records;
        this.rowsOf = rowsOf;
    }

    @Override
    public @Nullable SourceRow next() {
        while (waiting.isEmpty()) {
            Records.Item item = records.next();
            if (item == null) {
                return null;
            }
            waiting.addAll(rowsOf.apply(item));
        }
        return waiting.poll();
    }

    @Override
    public void close() {
        records.close();
    }
}
