package dev.ukur.sources;

/**
 * Where a visit came from, as far as its traces tell; unknown parts are empty texts.
 *
 * @param tagged whether the link that was followed says so itself: by a campaign's words or an advertising click id
 */
record Trace(
        String source,
        String medium,
        String campaign,
        String term,
        String content,
        String clickIdType,
        boolean tagged) {

    /** What a link says of itself. */
    static Trace stated(String source, String medium, String campaign) {
        return new Trace(
                source, medium, campaign, "", "", "", !source.isEmpty() || !medium.isEmpty() || !campaign.isEmpty());
    }

    /** Whether nothing is known. */
    boolean isEmpty() {
        return source.isEmpty() && medium.isEmpty() && campaign.isEmpty();
    }

    /** The same with more of what the link says. */
    Trace with(String newTerm, String newContent, String clickId) {
        return new Trace(source, medium, campaign, newTerm, newContent, clickId, tagged || !clickId.isEmpty());
    }

    /** The same with another source and medium. */
    Trace from(String newSource, String newMedium) {
        return new Trace(newSource, newMedium, campaign, term, content, clickIdType, tagged);
    }
}
