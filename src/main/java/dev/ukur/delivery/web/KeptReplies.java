package dev.ukur.delivery.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Replies by their ETag, which names the version they are of. Bounded: the least recently asked ones make room. A reply asked for
 * by many at once is made once.
 */
final class KeptReplies {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_OF_ONE = 2 << 20;

    private final Map<String, Kept> replies = new LinkedHashMap<>(16, 0.75f, true);
    private final Map<String, CompletableFuture<Reply>> making = new HashMap<>();
    private final Executor workers;
    private long bytes;

    /** @param workers make replies that somebody may not want to wait for */
    KeptReplies(Executor workers) {
        this.workers = workers;
    }

    /** A reply and how large it is. */
    private record Kept(Reply reply, int size) {}

    synchronized Optional<Reply> get(String tag) {
        return Optional.ofNullable(replies.get(tag)).map(Kept::reply);
    }

    /** A reply on its way: begun now, or by whoever asked first. It goes on when nobody waits for it any more. */
    synchronized CompletableFuture<Reply> coming(String tag, Supplier<Reply> make) {
        CompletableFuture<Reply> begun = making.get(tag);
        if (begun != null) {
            return begun;
        }
        CompletableFuture<Reply> mine = new CompletableFuture<>();
        making.put(tag, mine);
        workers.execute(() -> {
            try {
                mine.complete(keep(tag, make.get()));
            } catch (RuntimeException | Error e) {
                mine.completeExceptionally(e);
            } finally {
                made(tag);
            }
        });
        return mine;
    }

    private synchronized void made(String tag) {
        making.remove(tag);
    }

    /** The same reply with its body in memory, kept when it is not too large. */
    Reply keep(String tag, Reply reply) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        try {
            reply.body().to(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        byte[] whole = body.toByteArray();
        Reply kept = new Reply(reply.status(), reply.type(), reply.headers(), out -> out.write(whole));
        if (whole.length <= MOST_OF_ONE) {
            put(tag, new Kept(kept, whole.length));
        }
        return kept;
    }

    private synchronized void put(String tag, Kept kept) {
        Kept before = replies.put(tag, kept);
        bytes += kept.size() - (before == null ? 0 : before.size());
        Iterator<Kept> oldest = replies.values().iterator();
        while (bytes > MOST_BYTES) {
            bytes -= oldest.next().size();
            oldest.remove();
        }
    }
}
