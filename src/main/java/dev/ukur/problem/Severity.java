package dev.ukur.problem;

/** How much a {@link Problem} matters: an error stops the work, a warning does not, a note only informs. */
public enum Severity {
    ERROR,
    WARNING,
    NOTE;

    /** The word used in machine-readable output: {@code error}, {@code warning} or {@code note}. */
    public String word() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
