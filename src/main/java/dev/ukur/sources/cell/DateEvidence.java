package dev.ukur.sources.cell;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What the cells of a date column show of its {@link DateOrder}: a first or second number above 12 decides. Feed it
 * every cell; other date forms and other texts show nothing. Not thread-safe.
 */
public final class DateEvidence {

    /** What the cells show. */
    public enum Verdict {
        DMY,
        MDY,
        /** Numeric dates, but only such as fit both. */
        AMBIGUOUS,
        /** No date that needs an order. */
        NEUTRAL,
        /** Both. */
        MIXED
    }

    private @Nullable String dmyExample;
    private @Nullable String mdyExample;
    private @Nullable String openExample;
    private final Set<Character> marks = new TreeSet<>();

    /** Takes one cell into account. */
    public void add(String text) {
        DateText date = DateText.of(text);
        if (date == null) {
            return;
        }
        if (date.numeric()) {
            mark(text);
        }
        DateOrder shown = date.shownOrder();
        if (shown == DateOrder.DMY) {
            dmyExample = dmyExample == null ? text : dmyExample;
        } else if (shown == DateOrder.MDY) {
            mdyExample = mdyExample == null ? text : mdyExample;
        } else if (date.isOpen()) {
            openExample = openExample == null ? text : openExample;
        }
    }

    private void mark(String text) {
        for (int i = 0; i < text.length(); i++) {
            if ("/-.".indexOf(text.charAt(i)) >= 0) {
                marks.add(text.charAt(i));
                return;
            }
        }
    }

    /**
     * Whether numeric dates are written in two ways, with a slash here and a dash there: the sign of a spreadsheet that
     * took some of them for dates of its own order and wrote those anew.
     */
    public boolean isRewritten() {
        return marks.size() > 1;
    }

    /** What all cells so far show. */
    public Verdict verdict() {
        if (dmyExample != null) {
            return mdyExample == null ? Verdict.DMY : Verdict.MIXED;
        }
        if (mdyExample != null) {
            return Verdict.MDY;
        }
        return openExample == null ? Verdict.NEUTRAL : Verdict.AMBIGUOUS;
    }

    /** The first cell that shows an order, for messages. */
    public Optional<String> example(DateOrder order) {
        return Optional.ofNullable(order == DateOrder.DMY ? dmyExample : mdyExample);
    }

    /** The first cell that fits both, for messages. */
    public Optional<String> ambiguousExample() {
        return Optional.ofNullable(openExample);
    }

    /**
     * The order to read the column in.
     *
     * @param declared what the profile declares; cells that show the other one are a contradiction
     * @param fallback what the account's settings say, used only where the cells leave it open
     * @return an order; nothing when no cell needs one and none is declared (use {@link Dates#withoutOrder()}); or
     *     {@link Reject#BAD_OR_AMBIGUOUS_DATE}
     */
    public CellResult<DateOrder> decide(Optional<DateOrder> declared, Optional<DateOrder> fallback) {
        Verdict verdict = verdict();
        Optional<DateOrder> shown = shown(verdict);
        boolean contradicted = declared.isPresent() && shown.isPresent() && !shown.equals(declared);
        boolean unasked = isRewritten() && declared.isEmpty() && fallback.isEmpty();
        if (verdict == Verdict.MIXED || contradicted || unasked) {
            return CellResult.rejected(Reject.BAD_OR_AMBIGUOUS_DATE);
        }
        Optional<DateOrder> known = shown.or(() -> declared).or(() -> fallback);
        if (known.isPresent()) {
            return CellResult.of(known.get());
        }
        return verdict == Verdict.AMBIGUOUS ? CellResult.rejected(Reject.BAD_OR_AMBIGUOUS_DATE) : CellResult.nothing();
    }

    private static Optional<DateOrder> shown(Verdict verdict) {
        if (verdict == Verdict.DMY) {
            return Optional.of(DateOrder.DMY);
        }
        return verdict == Verdict.MDY ? Optional.of(DateOrder.MDY) : Optional.empty();
    }
}
