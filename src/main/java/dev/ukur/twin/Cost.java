package dev.ukur.twin;

import dev.ukur.time.Period;

/** Money spent outside of ad platforms; the amount in hundredths of its currency; channel empty when for all. */
record Cost(Period days, String item, String category, String channel, long amountHundredths, String currency) {}
