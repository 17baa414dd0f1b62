package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Decompressed bytes that stop with {@code archive-too-large} when they grow as no honest export does. */
final class GuardedStream extends FilterInputStream {

    /** No file may grow beyond this, however it was packed. */
    static final long MOST_BYTES = 8L << 30;

    /** Below this, any ratio is harmless: a table of zeros packs a thousand to one. */
    private static final long HARMLESS_BYTES = 256L << 20;

    private static final int MOST_RATIO = 200;

    private final long packedSize;
    private final Location at;
    private long count;

    /**
     * Guards a stream.
     *
     * @param packedSize bytes before decompression, 0 or less when unknown
     */
    GuardedStream(InputStream inflated, long packedSize, Location at) {
        super(inflated);
        this.packedSize = packedSize;
        this.at = at;
    }

    /** Whether a size is beyond the limits. */
    static boolean isTooLarge(long size, long packedSize) {
        boolean swollen = size > HARMLESS_BYTES && packedSize > 0 && size / packedSize > MOST_RATIO;
        return size > MOST_BYTES || swollen;
    }

    @Override
    public int read() throws IOException {
        int value = super.read();
        if (value >= 0) {
            advance(1);
        }
        return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int read = super.read(bytes, offset, length);
        if (read > 0) {
            advance(read);
        }
        return read;
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private void advance(int read) {
        count += read;
        if (isTooLarge(count, packedSize)) {
            throw new ProblemException(Problem.error("archive-too-large", at));
        }
    }
}
