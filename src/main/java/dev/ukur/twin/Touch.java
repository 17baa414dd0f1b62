package dev.ukur.twin;

/**
 * What a visit's link says of where it comes from.
 *
 * @param lane the way in
 * @param campaign {@code utm_campaign}, empty for none
 * @param term {@code utm_term}, the keyword, empty for none
 * @param content {@code utm_content}, the ad, empty for none
 */
record Touch(Lane lane, String campaign, String term, String content) {

    Channel channel() {
        return lane.channel();
    }
}
