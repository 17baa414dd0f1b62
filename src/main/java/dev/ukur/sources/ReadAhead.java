package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import org.jspecify.annotations.Nullable;

/**
 * Rows read on a thread of their own, some batches ahead, so that a file is taken apart while its earlier rows are looked
 * at. What goes wrong while reading is thrown where the reader would have met it.
 */
final class ReadAhead implements Table.Rows {

    /** A batch ends at so many rows, or fewer when they are long: little of a file is held at a time. */
    private static final int BATCH_ROWS = 512;

    private static final long BATCH_CHARS = 1 << 20;

    private static final int BATCHES = 2;

    /** Rows in order; the last batch ends the file, with the failure that cut it short. */
    private record Batch(
            List<SourceRow> rows, boolean last, @Nullable Throwable failure) {}

    private final Table.Rows rows;
    private final BlockingQueue<Batch> ahead = new ArrayBlockingQueue<>(BATCHES);
    private final Thread reader;
    private Batch batch = new Batch(List.of(), false, null);
    private int place;

    ReadAhead(Table.Rows rows) {
        this.rows = rows;
        this.reader = new Thread(this::read, "ukur-reading");
        reader.setDaemon(true);
        reader.start();
    }

    @Override
    public @Nullable SourceRow next() {
        while (place == batch.rows().size()) {
            throwIfFailed(batch.failure());
            if (batch.last()) {
                return null;
            }
            batch = take();
            place = 0;
        }
        return batch.rows().get(place++);
    }

    @Override
    public List<String> remarks() {
        return rows.remarks();
    }

    @Override
    public Map<String, Long> passedOver() {
        return rows.passedOver();
    }

    @Override
    public void close() {
        reader.interrupt();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        rows.close();
    }

    private void read() {
        try {
            Batch next;
            do {
                next = batch();
                ahead.put(next);
            } while (!next.last());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // nobody wants the rest
        }
    }

    private Batch batch() {
        List<SourceRow> found = new ArrayList<>(BATCH_ROWS);
        long chars = 0;
        try {
            while (found.size() < BATCH_ROWS && chars < BATCH_CHARS) {
                SourceRow row = rows.next();
                if (row == null) {
                    return new Batch(found, true, null);
                }
                found.add(row);
                for (Cell cell : row.cells()) {
                    chars += cell.text().length();
                }
            }
            return new Batch(found, false, null);
        } catch (RuntimeException | Error e) { // an Error too: without a last batch nobody would wake up who waits
            return new Batch(found, true, e);
        }
    }

    private static void throwIfFailed(@Nullable Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        if (failure instanceof RuntimeException exception) {
            throw exception;
        }
    }

    private Batch take() {
        try {
            return ahead.take();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
