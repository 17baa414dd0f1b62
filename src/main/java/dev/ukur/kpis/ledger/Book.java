package dev.ukur.kpis.ledger;

import java.util.List;

/**
 * The ledger as people read it.
 *
 * @param lines oldest first
 * @param trust how right forecasts and decisions were, one a goal
 */
public record Book(List<LedgerLine> lines, List<Trust> trust) {

    public Book {
        lines = List.copyOf(lines);
        trust = List.copyOf(trust);
    }
}
