package dev.ukur.sources;

import dev.ukur.model.ColumnValue;
import dev.ukur.model.HeaderName;
import dev.ukur.sources.cell.CellText;
import dev.ukur.sources.cell.Numbers;
import dev.ukur.sources.read.Cell;
import java.util.Currency;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Readers of cells that hold words. */
final class WordCells {

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());
    private static final Set<String> YES = Set.of("true", "yes", "ya", "1", "y");
    private static final Set<String> NO = Set.of("false", "no", "tidak", "0", "n");

    private static final int MOST_REMEMBERED = 1_000;
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final ReadContext context;
    private final PersonalParts personal;

    WordCells(ReadContext context) {
        this.context = context;
        this.personal = new PersonalParts(context.persons());
    }

    /** Text without outer blanks, e-mail addresses in it as pseudonyms. */
    CellReader text() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            return text == null ? null : context.persons().without(text);
        };
    }

    /** A JSON value without what names people. */
    CellReader json() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            return text == null || text.equals("{}") ? null : personal.ofJson(text);
        };
    }

    /** An address without what names people. */
    CellReader url() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            return text == null ? null : personal.ofAddress(text);
        };
    }

    /** A name in lower case with underscores. */
    CellReader snake() {
        Map<String, String> remembered = new HashMap<>();
        return (cell, faults) -> {
            String text = trimmed(cell);
            if (text == null) {
                return null;
            }
            String known = remembered.get(text);
            if (known == null) {
                known = NO_WORD.matcher(text.toLowerCase(Locale.ROOT)).replaceAll("_");
                if (remembered.size() < MOST_REMEMBERED) {
                    remembered.put(text, known);
                }
            }
            return known;
        };
    }

    /** An id: brackets around it are taken off. */
    CellReader id() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            if (text == null) {
                return null;
            }
            boolean inBrackets = text.length() > 2 && text.startsWith("[") && text.endsWith("]");
            String id = inBrackets ? text.substring(1, text.length() - 1) : text;
            return Extras.holdsAddress(id) ? context.persons().of(id) : id;
        };
    }

    /** One of the words a profile knows; another one is a fault, never passed through. */
    CellReader word(ColumnValue.Form form) {
        Map<String, String> words = new HashMap<>();
        form.words().forEach((source, canonical) -> words.put(HeaderName.fold(source), canonical));
        return (cell, faults) -> {
            String text = trimmed(cell);
            if (text == null) {
                return null;
            }
            String canonical = words.get(HeaderName.fold(text));
            if (canonical == null) {
                canonical = byPattern(form.patterns(), text);
            }
            if (canonical == null) {
                faults.add("unmapped_value", text);
            }
            return canonical;
        };
    }

    /** Yes or no. */
    CellReader flag() {
        return (cell, faults) -> {
            if (cell.typed() instanceof Boolean typed) {
                return typed;
            }
            String text = trimmed(cell);
            if (text == null) {
                return null;
            }
            String word = text.toLowerCase(Locale.ROOT);
            if (!YES.contains(word) && !NO.contains(word)) {
                faults.add("unmapped_value", text);
                return null;
            }
            return YES.contains(word);
        };
    }

    /** An ISO 4217 code. */
    CellReader currency() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            if (text == null) {
                return null;
            }
            Optional<String> code = currencyOf(text);
            if (code.isEmpty()) {
                faults.add("unknown_currency", text);
            }
            return code.orElse(null);
        };
    }

    /** A person, as a keyed hash; nobody, when that person was erased or the text tells nobody. */
    CellReader person() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            String person = text == null || !context.persons().tells(text)
                    ? null
                    : context.persons().of(text);
            return person == null || context.persons().isErased(person) ? null : person;
        };
    }

    /** The path of an address, without its query. */
    CellReader path() {
        return (cell, faults) -> {
            String text = trimmed(cell);
            return text == null
                    ? null
                    : context.persons().without(Address.of(text).path());
        };
    }

    /** The ISO code of a code or a sign such as {@code Rp}. */
    static Optional<String> currencyOf(String text) {
        String code = text.strip().toUpperCase(Locale.ROOT);
        return CURRENCIES.contains(code) ? Optional.of(code) : Numbers.currencyOf(text);
    }

    private static @Nullable String byPattern(Map<Pattern, String> patterns, String text) {
        for (Map.Entry<Pattern, String> each : patterns.entrySet()) {
            if (each.getKey().matcher(text).find()) {
                return each.getValue();
            }
        }
        return null;
    }

    private @Nullable String trimmed(Cell cell) {
        return context.nulls().matches(cell.text()) ? null : CellText.trim(cell.text());
    }
}
