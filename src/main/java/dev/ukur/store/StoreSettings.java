package dev.ukur.store;

import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;

/**
 * What the store must know of its surroundings.
 *
 * @param directory the workspace's {@code .ukur} folder; made when missing
 * @param zone the reporting zone, in which visits get their day
 * @param clock gives the moment a load is written down
 */
public record StoreSettings(Path directory, ZoneId zone, Clock clock) {}
