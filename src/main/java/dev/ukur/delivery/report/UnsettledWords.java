package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.metrics.Unsettled;
import dev.ukur.metrics.Unsettled.Cause;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What the mark {@code ~} behind a number means: its days are not final, so that it is not compared. */
public final class UnsettledWords {

    private static final String CHANGE = "_change";

    private final Messages say;

    public UnsettledWords(Messages say) {
        this.say = say;
    }

    /** The mark of a number; nothing when its days are final. */
    public static String mark(Answer answer, Optional<LocalDate> period, String column) {
        return answer.unsettled(period, column).isPresent() ? " ~" : "";
    }

    /** Why numbers of an answer bear the mark, and until which day they would be compared; nothing when none does. */
    public List<String> of(Answer answer) {
        List<String> sentences = new ArrayList<>();
        for (Cause cause : Cause.values()) {
            span(answer, cause)
                    .map(days -> say.text(
                            "query.unsettled." + cause.name().toLowerCase(Locale.ROOT),
                            "days",
                            say.formats().period(days)))
                    .ifPresent(sentences::add);
        }
        boolean compared = answer.columns().stream()
                .anyMatch(column -> column.kind() == Kind.MARK || column.name().endsWith(CHANGE));
        if (compared && !sentences.isEmpty()) {
            answer.meta().unsettled().stream()
                    .map(one -> one.days().first())
                    .min(Comparator.naturalOrder())
                    .ifPresent(first -> sentences.add(say.text(
                            "query.unsettled.compare", "day", say.formats().date(first.minusDays(1)))));
        }
        return sentences;
    }

    private static Optional<Period> span(Answer answer, Cause cause) {
        return answer.meta().unsettled().stream()
                .filter(one -> one.cause() == cause)
                .map(Unsettled::days)
                .reduce(Period::spanning);
    }
}
