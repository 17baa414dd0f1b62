package dev.ukur.twin;

/**
 * What an advertising platform counts by.
 *
 * @param platform {@code google_ads} or {@code meta_ads}
 * @param channel of the money spent
 * @param campaign its name
 * @param campaignId its number, empty where the report has none
 * @param type campaign type, empty where the report has none
 * @param group ad set, empty for a whole campaign
 * @param ad ad, empty for a whole campaign
 */
record AdUnit(
        String platform, Channel channel, String campaign, String campaignId, String type, String group, String ad) {}
