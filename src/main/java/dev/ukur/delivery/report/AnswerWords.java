package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Answer.Column;
import dev.ukur.metrics.Answer.Kind;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What is no number in an answer, in words: its periods, the members of its dimensions; the same in terminal and page. */
public final class AnswerWords {

    private static final String LOW = "_low";
    private static final String HIGH = "_high";
    private static final String CHANGE = "_change";
    private static final String RELATIVE = "_change_rel";
    /** As the answer names the members that are not told by name. */
    private static final String OTHERS = "(others)";

    private final Messages say;
    private final Cut cut;

    /**
     * How the time of an answer is cut.
     *
     * @param grain how finely
     * @param calendar on which day weeks and in which month years begin
     */
    public record Cut(Grain grain, FiscalCalendar calendar) {}

    public AnswerWords(Messages say, Cut cut) {
        this.say = say;
        this.cut = cut;
    }

    /** The value of a time column: an hour, a whole period by its name, one that the question cuts short by its days. */
    public String time(Answer.Meta meta, @Nullable Object start) {
        return start instanceof LocalDateTime hour ? say.formats().hour(hour) : period(meta, (LocalDate) start);
    }

    private String period(Answer.Meta meta, @Nullable LocalDate start) {
        if (start == null || cut.grain() == Grain.TOTAL) {
            return say.formats().date(start);
        }
        Period whole = cut.calendar().around(cut.grain(), start);
        LocalDate first = meta.from().filter(whole::holds).orElse(whole.first());
        LocalDate last = meta.to().filter(whole::holds).orElse(whole.last());
        return say.formats().period(new Period(first, last));
    }

    /** A member of a dimension. */
    public String member(Object value) {
        return value.equals(OTHERS) ? say.text("query.others") : value.toString();
    }

    /** Which periods are not whole; empty when all are. */
    public Optional<String> notWhole(Answer.Meta meta) {
        return meta.partial().isEmpty()
                ? Optional.empty()
                : Optional.of(say.text(
                        "query.partial",
                        "periods",
                        meta.partial().stream().map(day -> period(meta, day)).collect(Collectors.joining(", "))));
    }

    /** Whether a column is told in the cell of another: ends of an interval, relative changes, marks. */
    public static boolean standsInAnother(Answer answer, Column column) {
        String name = column.name();
        return column.kind() == Kind.MARK
                || column.kind() == Kind.METRIC
                        && (belongs(answer, name, LOW, "")
                                || belongs(answer, name, HIGH, "")
                                || belongs(answer, name, RELATIVE, CHANGE));
    }

    private static boolean belongs(Answer answer, String name, String suffix, String of) {
        String other = name.endsWith(suffix) ? name.substring(0, name.length() - suffix.length()) + of : "";
        return answer.columns().stream().anyMatch(column -> column.name().equals(other));
    }
}
