package dev.ukur;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.ProblemException;
import dev.ukur.store.Store;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.concurrent.Semaphore;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

/**
 * A workspace held open for many threads, as a server does. Questions are answered side by side, each of the last committed
 * state, also while an import goes on; what writes waits for its turn. Files edited meanwhile are read anew.
 */
public final class SharedWorkspace implements AutoCloseable {

    /** Questions answered at once; more would only make each slower. */
    private static final int READERS =
            Math.max(2, Math.min(8, Runtime.getRuntime().availableProcessors()));

    private final Path folder;
    private final Clock clock;
    private final Store store;
    private final Semaphore places = new Semaphore(READERS, true);
    private final ConcurrentLinkedDeque<Reader> idle = new ConcurrentLinkedDeque<>();
    private final KnownAnswers known = new KnownAnswers();
    private volatile Stated stated;
    private final ReentrantLock writing = new ReentrantLock(true);

    /** A front door for one thread at a time, and the version it was opened at. */
    private record Reader(Ukur ukur, WorkspaceVersion version) {}

    /** What the workspace says of itself in a state. */
    private record Stated(String state, WorkspaceSettings settings) {}

    private SharedWorkspace(Path folder, Clock clock, Store store) {
        this.folder = folder;
        this.clock = clock;
        this.store = store;
        this.stated = new Stated("", LocalUkur.open(folder, clock).settings());
    }

    /**
     * Opens the workspace in a folder.
     *
     * @throws ProblemException when the folder holds no workspace, or another process owns its store
     */
    public static SharedWorkspace open(Path folder, Clock clock) {
        return new SharedWorkspace(folder, clock, LocalUkur.store(folder, clock));
    }

    /** The folder it lies in. */
    public Path folder() {
        return folder;
    }

    /** The front door for every thread; closing it closes nothing. */
    public Ukur ukur() {
        return new SharedUkur(this);
    }

    /** Which state of data, definitions and calendar day all answers are of; a short text. */
    public String version() {
        return current().text();
    }

    /** Waits for what writes, then closes the store. */
    @Override
    public void close() {
        writing.lock();
        try {
            places.acquireUninterruptibly(READERS);
            idle.forEach(reader -> reader.ukur().close());
            idle.clear();
            store.close();
        } finally {
            writing.unlock();
        }
    }

    /** What it says of itself: known without a reader, so that nobody waits for it behind long questions. */
    WorkspaceSettings settings() {
        current();
        return stated.settings();
    }

    /** Answers a question. */
    <T> T ask(Function<Ukur, T> question) {
        places.acquireUninterruptibly();
        try {
            Reader reader = reader();
            try {
                return question.apply(reader.ukur());
            } finally {
                idle.addFirst(reader);
            }
        } finally {
            places.release();
        }
    }

    /** Answers a question that depends on the version alone; what is known needs no reader. */
    <T> T know(Object question, Function<Ukur, T> asked) {
        return known.of(question, this::current, () -> ask(asked));
    }

    /** Does something that changes the workspace, one at a time. */
    <T> T change(Function<Ukur, T> work) {
        writing.lock();
        try (Ukur ukur = LocalUkur.beside(store, folder, clock)) {
            return work.apply(ukur);
        } finally {
            writing.unlock();
        }
    }

    private Reader reader() {
        WorkspaceVersion now = current();
        for (Reader reader = idle.pollFirst(); reader != null; reader = idle.pollFirst()) {
            if (reader.version().equals(now)) {
                return reader;
            }
            reader.ukur().close();
        }
        return new Reader(LocalUkur.beside(store, folder, clock), now);
    }

    private WorkspaceVersion current() {
        String state = Ukur.state(folder).orElse("");
        Stated known = stated;
        if (!known.state().equals(state) && !state.isEmpty()) {
            known = new Stated(state, LocalUkur.open(folder, clock).settings());
            stated = known;
        }
        return WorkspaceVersion.of(
                state, LocalDate.ofInstant(clock.instant(), known.settings().zone()));
    }
}
