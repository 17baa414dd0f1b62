package dev.ukur.twin;

import java.time.LocalDate;
import java.util.OptionalInt;

/** Where one of the shop's goods stood among a marketplace's results; empty when it was not among the first fifty. */
record ListingPlace(LocalDate day, String keyword, Good good, OptionalInt position) {}
