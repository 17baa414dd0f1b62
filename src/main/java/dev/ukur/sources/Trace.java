package dev.ukur.sources;

/** Where a visit came from, as far as its traces tell; unknown parts are empty texts. */
record Trace(String source, String medium, String campaign, String term, String content, String clickIdType) {

    static final Trace NONE = new Trace("", "", "", "", "", "");

    /** Whether nothing is known. */
    boolean isEmpty() {
        return source.isEmpty() && medium.isEmpty() && campaign.isEmpty();
    }

    /** The same with another source and medium. */
    Trace from(String newSource, String newMedium) {
        return new Trace(newSource, newMedium, campaign, term, content, clickIdType);
    }
}
