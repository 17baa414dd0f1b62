package dev.ukur.store;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** SQL that lies beside the classes of this package. */
final class SqlResource {

    private SqlResource() {}

    static String read(String file) {
        try (InputStream stream = SqlResource.class.getResourceAsStream(file)) {
            if (stream == null) {
                throw new IllegalStateException("missing resource " + file);
            }
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException("cannot read resource " + file, e);
        }
    }
}
