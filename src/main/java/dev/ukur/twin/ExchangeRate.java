package dev.ukur.twin;

import java.time.LocalDate;

/** Rupiah, in hundredths, for a dollar on a day. */
record ExchangeRate(LocalDate day, long rateHundredths) {}
