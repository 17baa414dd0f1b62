package dev.ukur.sources;

import dev.ukur.sources.cell.NullMarkers;
import dev.ukur.sources.cell.Numbers;
import java.time.LocalDate;
import java.time.ZoneId;

/**
 * What reading cells of one file needs to know.
 *
 * @param facts of the file
 * @param numbers reads its numbers
 * @param nulls texts that mean no value
 * @param zone the workspace's reporting zone
 * @param lastDay the last day that is not the future
 * @param persons turns a person into a keyed hash
 */
record ReadContext(
        FileFacts facts, Numbers numbers, NullMarkers nulls, ZoneId zone, LocalDate lastDay, PersonHash persons) {}
