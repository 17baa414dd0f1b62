package dev.ukur.delivery.cli;

/** The version of the program, as its jar states it. */
final class Version {

    private Version() {}

    /** {@code 0.1.0}, or {@code dev} when it does not run from a jar. */
    static String text() {
        String version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "dev" : version;
    }
}
