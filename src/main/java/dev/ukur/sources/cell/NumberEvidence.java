package dev.ukur.sources.cell;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the numeric cells of a file show of its {@link NumberLocale}. Feed it every cell of every numeric column; cells
 * that are no numbers (null markers, words) show nothing. Not thread-safe.
 *
 * <p>Evidence is: both separators in one cell (the last one is the decimal), a separator that repeats (it groups), a
 * separator not followed by exactly three digits or not preceded by one to three digits without a leading zero (it is
 * the decimal). A single separator before exactly three digits ({@code 150.000}) leaves it open.
 */
public final class NumberEvidence {

    /** What the cells show. */
    public enum Verdict {
        /** Decimal points. */
        DOT,
        /** Decimal commas. */
        COMMA,
        /** Separators, but only such as fit both. */
        AMBIGUOUS,
        /** No separators: both read the same. */
        NEUTRAL,
        /** Decimal points and decimal commas. */
        MIXED
    }

    private @Nullable String dotExample;
    private @Nullable String commaExample;
    private @Nullable String openExample;

    /** Takes one cell into account. */
    public void add(String text) {
        NumberText number = NumberText.of(text);
        if (number == null || !number.hasSeparator()) {
            return;
        }
        boolean dot = number.isWrittenIn(NumberLocale.DOT);
        boolean comma = number.isWrittenIn(NumberLocale.COMMA);
        if (dot && comma) {
            openExample = openExample == null ? text : openExample;
        } else if (dot) {
            dotExample = dotExample == null ? text : dotExample;
        } else if (comma) {
            commaExample = commaExample == null ? text : commaExample;
        }
    }

    /** What all cells so far show. */
    public Verdict verdict() {
        if (dotExample != null) {
            return commaExample == null ? Verdict.DOT : Verdict.MIXED;
        }
        if (commaExample != null) {
            return Verdict.COMMA;
        }
        return openExample == null ? Verdict.NEUTRAL : Verdict.AMBIGUOUS;
    }

    /** The first cell that shows a locale, for messages. */
    public Optional<String> example(NumberLocale locale) {
        return Optional.ofNullable(locale == NumberLocale.DOT ? dotExample : commaExample);
    }

    /** The first cell that fits both, for messages. */
    public Optional<String> ambiguousExample() {
        return Optional.ofNullable(openExample);
    }

    /**
     * The locale to read the file in.
     *
     * @param declared what the profile declares; cells that show the other one are a contradiction
     * @param fallback what the account's settings say, used only where the cells leave it open
     * @return a locale, or {@link Reject#MIXED_NUMBER_LOCALE}, {@link Reject#DECLARED_LOCALE_CONTRADICTED} or
     *     {@link Reject#AMBIGUOUS_NUMBER_LOCALE}; without any separator and without a word {@link NumberLocale#DOT}
     */
    public CellResult<NumberLocale> decide(Optional<NumberLocale> declared, Optional<NumberLocale> fallback) {
        Verdict verdict = verdict();
        if (verdict == Verdict.MIXED) {
            return CellResult.rejected(Reject.MIXED_NUMBER_LOCALE);
        }
        Optional<NumberLocale> shown = shown(verdict);
        if (declared.isPresent() && shown.isPresent() && !shown.equals(declared)) {
            return CellResult.rejected(Reject.DECLARED_LOCALE_CONTRADICTED);
        }
        Optional<NumberLocale> known = shown.or(() -> declared).or(() -> fallback);
        if (known.isPresent()) {
            return CellResult.of(known.get());
        }
        return verdict == Verdict.AMBIGUOUS
                ? CellResult.rejected(Reject.AMBIGUOUS_NUMBER_LOCALE)
                : CellResult.of(NumberLocale.DOT);
    }

    private static Optional<NumberLocale> shown(Verdict verdict) {
        if (verdict == Verdict.DOT) {
            return Optional.of(NumberLocale.DOT);
        }
        return verdict == Verdict.COMMA ? Optional.of(NumberLocale.COMMA) : Optional.empty();
    }
}
