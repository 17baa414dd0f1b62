package dev.ukur.twin;

import java.time.LocalDate;

/** A day of search results over all queries; the place in hundredths, as printed. */
record SearchDay(LocalDate day, long clicks, long impressions, int positionHundredths) {}
