package dev.ukur.delivery.web;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Replies by their ETag, which names the version they are of. Bounded: the least recently asked ones make room. */
final class KeptReplies {

    private static final int MOST_BYTES = 32 << 20;
    private static final int MOST_OF_ONE = 2 << 20;

    private final Map<String, Kept> replies = new LinkedHashMap<>(16, 0.75f, true);
    private long bytes;

    /** A reply and how large it is. */
    private record Kept(Reply reply, int size) {}

    synchronized Optional<Reply> get(String tag) {
        return Optional.ofNullable(replies.get(tag)).map(Kept::reply);
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
