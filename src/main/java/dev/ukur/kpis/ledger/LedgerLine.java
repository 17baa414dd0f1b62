package dev.ukur.kpis.ledger;

import java.time.Instant;

/**
 * One line of the ledger.
 *
 * @param number from 1, without gaps
 * @param at the moment it was written
 * @param entry what it says
 */
public record LedgerLine(int number, Instant at, Entry entry) {}
