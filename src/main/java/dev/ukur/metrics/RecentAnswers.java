package dev.ukur.metrics;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finished answers by question, of one state of the data: one asked again is not planned, formed and marked again. Bounded:
 * the least recently asked ones make room.
 */
final class RecentAnswers {

    private static final int MOST_CELLS = 100_000;
    private static final int MOST_CELLS_OF_ALL = 200_000;

    private final Map<MetricQuery, Answer> answers = new LinkedHashMap<>(16, 0.75f, true);
    private @Nullable String state;
    private long cells;

    /** The answer to a question asked before of this state of the data. */
    Optional<Answer> find(MetricQuery query, String now) {
        return now.equals(state) ? Optional.ofNullable(answers.get(query)) : Optional.empty();
    }

    /** Keeps an answer, unless it is large; those of another state go. */
    void keep(MetricQuery query, Answer answer, String now) {
        if (!now.equals(state)) {
            answers.clear();
            cells = 0;
            state = now;
        }
        if (cells(answer) > MOST_CELLS) {
            return;
        }
        Answer before = answers.put(query, answer);
        cells += cells(answer) - (before == null ? 0 : cells(before));
        Iterator<Answer> oldest = answers.values().iterator();
        while (cells > MOST_CELLS_OF_ALL) {
            cells -= cells(oldest.next());
            oldest.remove();
        }
    }

    private static long cells(Answer answer) {
        return (long) answer.columns().size()
                * (answer.rows().size() + answer.totals().size() + 1);
    }
}
