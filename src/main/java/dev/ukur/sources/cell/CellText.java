package dev.ukur.sources.cell;

/** The text of a cell without what cannot be seen at its ends. */
public final class CellText {

    private CellText() {}

    /** The text without spaces (also no-break and narrow ones), tabs, line ends, byte-order and direction marks at its ends. */
    public static String trim(String text) {
        int start = 0;
        int end = text.length();
        while (start < end && isBlank(text.charAt(start))) {
            start++;
        }
        while (end > start && isBlank(text.charAt(end - 1))) {
            end--;
        }
        return text.substring(start, end);
    }

    /** Whether a character shows nothing: ASCII controls and every kind of space and mark exports carry. */
    static boolean isBlank(char c) {
        if (c <= ' ') {
            return true;
        }
        if (c < 0xA0) {
            return false;
        }
        return c == 0xA0 || (c >= 0x2000 && c <= 0x200F) || c == 0x202F || c == 0x2060 || c == 0x3000 || c == 0xFEFF;
    }
}
