package dev.ukur.store;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Answers of one state of the data, by query. Bounded: the least recently asked ones make room. */
final class KeptAnswers {

    private static final int MOST_CELLS = 100_000;
    private static final int MOST_CELLS_OF_ALL = 1_000_000;

    private final Fingerprint state;
    private final Map<Sql, QueryResult> answers = new LinkedHashMap<>(16, 0.75f, true);
    private long cells;

    KeptAnswers(Fingerprint state) {
        this.state = state;
    }

    /** The state of the data that all answers are of. */
    Fingerprint state() {
        return state;
    }

    /** All of them, the least recently asked first. */
    Map<Sql, QueryResult> all() {
        return answers;
    }

    @Nullable
    QueryResult get(Sql sql) {
        return answers.get(sql);
    }

    /** Keeps an answer, unless it is large. */
    void keep(Sql sql, QueryResult answer) {
        if (cells(answer) > MOST_CELLS) {
            return;
        }
        QueryResult before = answers.put(sql, answer);
        cells += cells(answer) - (before == null ? 0 : cells(before));
        Iterator<QueryResult> oldest = answers.values().iterator();
        while (cells > MOST_CELLS_OF_ALL) {
            cells -= cells(oldest.next());
            oldest.remove();
        }
    }

    /** How many rows an answer of so many columns may have and still be kept. */
    static int mostRows(int columns) {
        return MOST_CELLS / Math.max(1, columns) - 1;
    }

    private static long cells(QueryResult answer) {
        return (long) Math.max(1, answer.columns().size()) * (answer.rows().size() + 1);
    }
}
