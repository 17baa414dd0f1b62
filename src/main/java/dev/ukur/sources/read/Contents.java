package dev.ukur.sources.read;

/** Opens what the user handed in. */
public final class Contents {

    private Contents() {}

    /**
     * The content of an input, its container known by its bytes.
     *
     * @throws dev.ukur.problem.ProblemException {@code file-not-found}, {@code file-empty}, {@code file-truncated},
     *     {@code not-text}, {@code line-too-long}, {@code xlsx-broken}, {@code archive-too-large}
     */
    public static Content open(Input input) {
        throw new UnsupportedOperationException();
    }
}
