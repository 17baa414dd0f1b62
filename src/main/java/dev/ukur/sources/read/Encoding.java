package dev.ukur.sources.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The encoding of a text.
 *
 * @param charset turns its bytes into characters
 */
record Encoding(Charset charset) {

    static final Encoding UTF_8 = new Encoding(StandardCharsets.UTF_8);
    static final Encoding UTF_16LE = new Encoding(StandardCharsets.UTF_16LE);
    static final Encoding UTF_16BE = new Encoding(StandardCharsets.UTF_16BE);

    /** Only where the bytes are no UTF-8: spreadsheets of older Windows machines. */
    static final Encoding WINDOWS_1252 = new Encoding(Charset.forName("windows-1252"));

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    /** The encoding that a byte-order mark names, if there is one. */
    static Optional<Encoding> marked(byte[] head) {
        if (head.length >= 3 && head[0] == (byte) 0xEF && head[1] == (byte) 0xBB && head[2] == (byte) 0xBF) {
            return Optional.of(UTF_8);
        }
        if (head.length >= 2 && head[0] == (byte) 0xFF && head[1] == (byte) 0xFE) {
            return Optional.of(UTF_16LE);
        }
        return head.length >= 2 && head[0] == (byte) 0xFE && head[1] == (byte) 0xFF
                ? Optional.of(UTF_16BE)
                : Optional.empty();
    }

    /** The encoding the first bytes show: by byte-order mark, else by the zero bytes of UTF-16, else UTF-8. */
    static Encoding of(byte[] head) {
        Optional<Encoding> marked = marked(head);
        if (marked.isPresent()) {
            return marked.get();
        }
        int pairs = head.length / 2;
        int evenZeros = zeros(head, 0);
        int oddZeros = zeros(head, 1);
        if (oddZeros * 10 >= pairs * 7 && evenZeros == 0 && oddZeros > 0) {
            return UTF_16LE;
        }
        return evenZeros * 10 >= pairs * 7 && oddZeros == 0 && evenZeros > 0 ? UTF_16BE : UTF_8;
    }

    /** The characters of a stream without byte-order mark. */
    Reader reader(InputStream bytes) throws IOException {
        PushbackReader reader = new PushbackReader(new InputStreamReader(bytes, charset), 1);
        int first = reader.read();
        if (first >= 0 && first != BYTE_ORDER_MARK) {
            reader.unread(first);
        }
        return reader;
    }

    private static int zeros(byte[] head, int from) {
        int count = 0;
        for (int i = from; i < head.length; i += 2) {
            count += head[i] == 0 ? 1 : 0;
        }
        return count;
    }
}
