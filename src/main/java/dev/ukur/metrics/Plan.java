package dev.ukur.metrics;

import dev.ukur.problem.Problem;
import dev.ukur.time.Period;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * How a question is answered.
 *
 * @param question with its names resolved
 * @param spine the periods of the answer
 * @param scans passes over rows
 * @param blocked per measure the periods (by key) it cannot be told for, as rows lie across their ends
 * @param sight which versions of rows are seen
 * @param currency money is told in
 */
record Plan(
        Question question,
        Spine spine,
        List<Scan> scans,
        Map<String, Set<LocalDateTime>> blocked,
        Sight sight,
        String currency) {

    Plan {
        scans = List.copyOf(scans);
        blocked = Map.copyOf(blocked);
    }

    Plan withScans(List<Scan> chosen) {
        return new Plan(question, spine, chosen, blocked, sight, currency);
    }

    Plan withBlocked(Map<String, Set<LocalDateTime>> found) {
        return new Plan(question, spine, scans, found, sight, currency);
    }

    /** The measure by name, when the workspace has rows for it. */
    Optional<Served> served(String measure) {
        return scans.stream()
                .flatMap(scan -> scan.measures().stream())
                .filter(served -> served.measure().name().equals(measure))
                .findFirst();
    }

    /** A plan and what the reader must know of it. */
    record Checked(Plan plan, List<Problem> warnings) {}

    /** The days a measure looks at for a period of the answer. */
    Period days(Served measure, Spine.Bucket bucket) {
        return measure.window().map(window -> window.days(bucket, spine.cut())).orElse(bucket.days());
    }

    /** The days that a measure's value speaks of: those of the period, or earlier ones when it is taken back. */
    Period anchor(Served measure, Spine.Bucket bucket) {
        return measure.window()
                .map(window -> window.anchor(bucket, spine.grain()))
                .orElse(bucket.days());
    }

    /** Whether a measure can be told for a period: its data speak of it, and no row lies across its ends. */
    boolean knows(Served measure, Spine.Bucket bucket) {
        return covers(measure, bucket)
                && !blocked.getOrDefault(measure.measure().name(), Set.of()).contains(bucket.key());
    }

    /** Whether the data of a measure speak of a period. */
    boolean covers(Served measure, Spine.Bucket bucket) {
        return measure.coverage().filter(days -> tells(measure, bucket, days)).isPresent();
    }

    /**
     * Whether data of some days tell a period. Of an earlier period that others are compared with they must hold every day:
     * the change from a part of it would be no change.
     */
    private boolean tells(Served measure, Spine.Bucket bucket, Period data) {
        Period asked = anchor(measure, bucket);
        return spine.isEarlier(bucket.key()) ? data.holds(asked) : PlanSql.overlap(data, asked);
    }
}
