package dev.ukur.model;

import java.util.Map;

/**
 * Which source columns tell where visits come from. Known parts: {@code url}, {@code referrer}, {@code source},
 * {@code medium}, {@code campaign}, {@code term}, {@code content}, {@code named} (the tool's own name for the source),
 * {@code stated} (a channel the source states) and {@code agent} (the user agent, by which crawlers are known).
 *
 * @param fields part to the names of its column
 * @param silence whether rows without any trace are direct visits (else their channel is unknown)
 */
public record TrafficRules(Map<String, HeaderMatch> fields, boolean silence) {

    public TrafficRules {
        fields = Map.copyOf(fields);
    }
}
