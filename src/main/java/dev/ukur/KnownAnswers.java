package dev.ukur;

import dev.ukur.metrics.Answer;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * Answers of the version a workspace has now. Each is worked out once, whoever asks and however many at the same time: the first
 * one works, the others wait for it. When the version changes all of them are forgotten. Bounded: the least recently asked
 * make room, and an answer of very many cells is handed on without being kept. Thread-safe.
 */
final class KnownAnswers {

    private static final int MOST = 2_000;
    private static final int MOST_CELLS = 100_000;

    private final Map<Object, CompletableFuture<Object>> answers = new LinkedHashMap<>(16, 0.75f, true);
    private WorkspaceVersion version = new WorkspaceVersion("");

    /**
     * The answer to a question.
     *
     * @param question equal to another when their answers are, as long as the version is the same
     * @param now tells the version
     * @param work finds the answer; what it throws reaches all who wait, and is not kept
     */
    <T> T of(Object question, Supplier<WorkspaceVersion> now, Supplier<T> work) {
        WorkspaceVersion before = now.get();
        CompletableFuture<Object> mine = new CompletableFuture<>();
        CompletableFuture<Object> known = join(question, before, mine);
        if (known == mine) {
            complete(mine, work);
            // Found while something changed, it may be of neither version.
            if (mine.isCompletedExceptionally()
                    || isLarge(mine.join())
                    || !now.get().equals(before)) {
                forget(question, mine);
            }
        }
        return value(known);
    }

    private synchronized CompletableFuture<Object> join(
            Object question, WorkspaceVersion now, CompletableFuture<Object> mine) {
        if (!now.equals(version)) {
            answers.clear();
            version = now;
        }
        CompletableFuture<Object> before = answers.putIfAbsent(question, mine);
        Iterator<Object> oldest = answers.keySet().iterator();
        if (answers.size() > MOST) {
            oldest.next();
            oldest.remove();
        }
        return before == null ? mine : before;
    }

    private static boolean isLarge(Object found) {
        return found instanceof Answer answer
                && (long) answer.rows().size() * answer.columns().size() > MOST_CELLS;
    }

    private synchronized void forget(Object question, CompletableFuture<Object> mine) {
        answers.remove(question, mine);
    }

    private static <T> void complete(CompletableFuture<Object> mine, Supplier<T> work) {
        try {
            mine.complete(work.get());
        } catch (RuntimeException | Error e) {
            mine.completeExceptionally(e);
        }
    }

    @SuppressWarnings("unchecked") // a question names the call it is of, and a call has one type of answer
    private static <T> T value(CompletableFuture<Object> known) {
        try {
            return (T) known.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error failure) {
                throw failure;
            }
            throw e;
        }
    }
}
