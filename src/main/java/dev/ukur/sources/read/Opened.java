package dev.ukur.sources.read;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import org.jspecify.annotations.Nullable;

/**
 * An input whose bytes were looked through once and found to be text.
 *
 * @param stored its bytes
 * @param encoding of the text
 * @param look what was seen of it
 * @param sha256 of the stored bytes, lower-case hex
 */
record Opened(StoredBytes stored, Encoding encoding, TextScan.Look look, String sha256) {

    /** The text from its beginning, without byte-order mark. */
    Reader reader() {
        InputStream bytes = null;
        try {
            bytes = stored.open();
            return encoding.reader(stored.inflate(bytes));
        } catch (IOException e) {
            closeQuietly(bytes);
            throw stored.failure(e);
        }
    }

    private static void closeQuietly(@Nullable InputStream bytes) {
        try {
            if (bytes != null) {
                bytes.close();
            }
        } catch (IOException ignored) {
            // the first failure is the one that is told
        }
    }
}
