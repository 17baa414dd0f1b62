package dev.ukur.insights.customers;

import dev.ukur.insights.Finding;
import dev.ukur.insights.Rate;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import java.time.LocalDate;

/**
 * Whether those who came later come again more or less often than those who came before.
 *
 * @param older those who came first up to a day
 * @param newer those who came first after it
 * @param day the last day of the older ones
 */
record CohortTrend(Rate older, Rate newer, LocalDate day) {

    private static final double CHANCE = 0.05;

    boolean isClear() {
        return older.pAgainst(newer) <= CHANCE;
    }

    /** Says it, where there are both. */
    void tell(Finding.Draft draft) {
        if (older.of() > 0 && newer.of() > 0) {
            draft.reason(Sentence.of(code())
                    .with("day", Term.day(day))
                    .with("newer", newer.term())
                    .with("older", older.term()));
        }
    }

    private String code() {
        if (!isClear()) {
            return "cohort-same";
        }
        return newer.share() > older.share() ? "cohort-better" : "cohort-worse";
    }
}
