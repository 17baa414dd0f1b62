package dev.ukur.store;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Work handed to one thread of its own, in order, so that a file is read while its earlier rows are staged. Only a few
 * pieces wait at a time, which bounds memory; the first failure is thrown to whoever hands over or waits next.
 */
final class Handover implements AutoCloseable {

    private static final int MOST_WAITING = 3;

    private final ExecutorService worker = Executors.newSingleThreadExecutor(Handover::daemon);
    private final Semaphore room = new Semaphore(MOST_WAITING);
    private final AtomicReference<@Nullable Throwable> failure = new AtomicReference<>();

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "ukur-staging");
        thread.setDaemon(true);
        return thread;
    }

    /** Takes a piece of work; waits while too many are under way. */
    void give(Runnable work) {
        throwIfFailed();
        room.acquireUninterruptibly();
        worker.execute(() -> {
            try {
                if (failure.get() == null) {
                    work.run();
                }
            } catch (RuntimeException | Error e) { // an Error too: rows must not be missing in silence
                failure.compareAndSet(null, e);
            } finally {
                room.release();
            }
        });
    }

    /** Waits until all that was handed over is done. */
    void await() {
        room.acquireUninterruptibly(MOST_WAITING);
        room.release(MOST_WAITING);
        throwIfFailed();
    }

    /** Ends the thread after the piece it is at. */
    @Override
    public void close() {
        worker.shutdownNow();
        try {
            worker.awaitTermination(1, TimeUnit.MINUTES);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void throwIfFailed() {
        Throwable failed = failure.get();
        if (failed instanceof Error error) {
            throw error;
        }
        if (failed instanceof RuntimeException exception) {
            throw exception;
        }
    }
}
