package dev.ukur.delivery.web;

import dev.ukur.delivery.report.ScorecardPage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Files that are part of the program. */
final class Assets {

    private Assets() {}

    /** The style of reports, and what the dashboard has beside it. */
    static byte[] style() {
        byte[] report = ScorecardPage.style().getBytes(StandardCharsets.UTF_8);
        byte[] own = read("app.css");
        byte[] both = Arrays.copyOf(report, report.length + own.length);
        System.arraycopy(own, 0, both, report.length, own.length);
        return both;
    }

    /** The bytes of one beside this class. */
    static byte[] read(String name) {
        try (InputStream in = Assets.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException(name + " is missing from the program");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
