package dev.ukur.twin;

import java.time.LocalDate;

/** A day of a keyword. */
record KeywordDay(LocalDate day, Keyword keyword, Delivery delivery) {}
