package dev.ukur.twin;

import dev.ukur.time.Period;

/**
 * A search query over the days of a month.
 *
 * @param positionHundredths mean place in hundredths, as printed
 * @param branded whether it holds the brand's name
 */
record QueryMonth(Period days, String query, long clicks, long impressions, int positionHundredths, boolean branded) {}
