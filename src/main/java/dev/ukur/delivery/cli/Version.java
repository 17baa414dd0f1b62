package dev.ukur.delivery.cli;

import java.io.File;
import java.util.Optional;

/** The version of the program, as its jar states it. */
final class Version {

    private Version() {}

    /** {@code 0.1.0}, or {@code dev} when it does not run from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }

    /** Tells one build from another of the same version; empty when it does not run from a jar. */
    static Optional<String> build() {
        String jar = System.getProperty("java.class.path", "");
        if (!jar.endsWith("ukur.jar")) {
            return Optional.empty();
        }
        File file = new File(jar);
        return Optional.of(
                text() + " " + file.length() + " " + file.lastModified() + " " + System.getProperty("java.version"));
    }
}
