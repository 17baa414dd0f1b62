package dev.ukur.i18n;

import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A text with facts in braces: {@code {name}} or {@code {name:form}}. */
final class Template {

    private final String text;

    Template(String text) {
        this.text = text;
    }

    /** The text with its facts written in; unknown ones stay as they stand. */
    String fill(Map<String, ?> facts, Formats formats) {
        StringBuilder filled = new StringBuilder(text.length() + 32);
        int at = 0;
        int open;
        while ((open = text.indexOf('{', at)) >= 0) {
            int close = text.indexOf('}', open);
            if (close < 0) {
                break;
            }
            filled.append(text, at, open).append(value(text.substring(open + 1, close), facts, formats));
            at = close + 1;
        }
        return filled.append(text, at, text.length()).toString();
    }

    /** The names in braces. */
    TreeSet<String> names() {
        TreeSet<String> names = new TreeSet<>();
        int open = -1;
        while ((open = text.indexOf('{', open + 1)) >= 0) {
            int close = text.indexOf('}', open);
            if (close > 0) {
                names.add(name(text.substring(open + 1, close)));
            }
        }
        return names;
    }

    private static String value(String slot, Map<String, ?> facts, Formats formats) {
        @Nullable Object value = facts.get(name(slot));
        if (value == null) {
            return "{" + slot + "}";
        }
        int colon = slot.indexOf(':');
        return formats.any(value, colon < 0 ? "" : slot.substring(colon + 1));
    }

    private static String name(String slot) {
        int colon = slot.indexOf(':');
        return colon < 0 ? slot : slot.substring(0, colon);
    }
}
