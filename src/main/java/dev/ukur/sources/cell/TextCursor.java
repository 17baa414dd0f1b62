package dev.ukur.sources.cell;

/** A place in a text that moves forward over numbers, words and marks. */
final class TextCursor {

    private final String text;
    private int at;

    TextCursor(String text) {
        this.text = text;
    }

    boolean isAtEnd() {
        return at == text.length();
    }

    int place() {
        return at;
    }

    void returnTo(int place) {
        at = place;
    }

    /** The next character, or NUL at the end. */
    char peek() {
        return peek(0);
    }

    char peek(int ahead) {
        return at + ahead < text.length() ? text.charAt(at + ahead) : 0;
    }

    /** Steps over a character if it is next. */
    boolean take(char wanted) {
        if (peek() != wanted || isAtEnd()) {
            return false;
        }
        at++;
        return true;
    }

    /** Steps over the next character if it is one of these; gives it, or NUL. */
    char takeOneOf(String wanted) {
        char c = peek();
        if (isAtEnd() || wanted.indexOf(c) < 0) {
            return 0;
        }
        at++;
        return c;
    }

    /** How many ASCII digits come next. */
    int digitsAhead() {
        int count = 0;
        while (isDigit(peek(count))) {
            count++;
        }
        return count;
    }

    /** Steps over that many digits and gives their number. */
    int takeDigits(int count) {
        int value = 0;
        for (int i = 0; i < count; i++) {
            value = value * 10 + (text.charAt(at++) - '0');
        }
        return value;
    }

    /** Steps over all digits that come next, if they are so many; else -1. */
    int takeNumber(int fewest, int most) {
        int count = digitsAhead();
        return count < fewest || count > most ? -1 : takeDigits(count);
    }

    /** Steps over the letters and apostrophes that come next; empty when none do. */
    String takeWord() {
        int from = at;
        while (Character.isLetter(peek()) || (at > from && peek() == '\'')) {
            at++;
        }
        return text.substring(from, at);
    }

    /** Steps over blanks and the given marks; how many. */
    int skip(String marks) {
        int from = at;
        while (!isAtEnd() && (CellText.isBlank(peek()) || marks.indexOf(peek()) >= 0)) {
            at++;
        }
        return at - from;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
