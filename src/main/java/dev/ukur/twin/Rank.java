package dev.ukur.twin;

import java.time.LocalDate;
import java.util.OptionalInt;

/** The place of a tracked keyword; empty when it is not among the first hundred. */
record Rank(LocalDate day, RankedKeyword keyword, OptionalInt position) {}
