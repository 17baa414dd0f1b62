package dev.ukur.metrics;

import java.util.ArrayList;
import java.util.List;

/** Cuts a formula into tokens. */
final class FormulaLexer {

    /** What a token is. */
    enum Kind {
        NUMBER,
        TEXT,
        WORD,
        SYMBOL,
        END
    }

    /**
     * A piece of a formula.
     *
     * @param kind what it is
     * @param text as written; a quoted text without its quotes
     * @param position 1-based
     */
    record Token(Kind kind, String text, int position) {

        boolean is(String symbolOrWord) {
            return (kind == Kind.SYMBOL || kind == Kind.WORD) && text.equals(symbolOrWord);
        }
    }

    private static final String SYMBOLS = "+-*/(),=<>!";

    private final FormulaText source;
    private final String text;
    private final List<Token> tokens = new ArrayList<>();
    private int next;

    private FormulaLexer(FormulaText source) {
        this.source = source;
        this.text = source.text();
    }

    /**
     * All tokens, the last one of kind {@code END}.
     *
     * @throws dev.ukur.problem.ProblemException at a character that the language does not have
     */
    static List<Token> tokens(FormulaText source) {
        FormulaLexer lexer = new FormulaLexer(source);
        lexer.run();
        return lexer.tokens;
    }

    private void run() {
        while (next < text.length()) {
            char c = text.charAt(next);
            if (Character.isWhitespace(c)) {
                next++;
            } else if (isDigit(c)) {
                number();
            } else if (isLetter(c)) {
                add(Kind.WORD, endWhile(ch -> isLetter(ch) || isDigit(ch)));
            } else if (c == '\'') {
                quoted();
            } else if (SYMBOLS.indexOf(c) >= 0) {
                add(Kind.SYMBOL, next + (isPair() ? 2 : 1));
            } else {
                throw source.refuse("formula-character", next + 1, String.valueOf(c));
            }
        }
        tokens.add(new Token(Kind.END, "", text.length() + 1));
    }

    private void number() {
        int end = endWhile(FormulaLexer::isDigit);
        if (end + 1 < text.length() && text.charAt(end) == '.' && isDigit(text.charAt(end + 1))) {
            int from = next;
            next = end + 1;
            end = endWhile(FormulaLexer::isDigit);
            next = from;
        }
        add(Kind.NUMBER, end);
    }

    /** A quote inside a text is written twice. */
    private void quoted() {
        StringBuilder value = new StringBuilder();
        int i = next + 1;
        while (i < text.length()) {
            if (text.charAt(i) != '\'') {
                value.append(text.charAt(i));
                i++;
            } else if (i + 1 < text.length() && text.charAt(i + 1) == '\'') {
                value.append('\'');
                i += 2;
            } else {
                tokens.add(new Token(Kind.TEXT, value.toString(), next + 1));
                next = i + 1;
                return;
            }
        }
        throw source.refuse("formula-open-text", next + 1, text.substring(next));
    }

    private boolean isPair() {
        if (next + 1 >= text.length()) {
            return false;
        }
        String pair = text.substring(next, next + 2);
        return pair.equals("<=") || pair.equals(">=") || pair.equals("<>") || pair.equals("!=");
    }

    private int endWhile(CharTest test) {
        int end = next;
        while (end < text.length() && test.accepts(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private void add(Kind kind, int end) {
        tokens.add(new Token(kind, text.substring(next, end), next + 1));
        next = end;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isLetter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
    }

    @FunctionalInterface
    private interface CharTest {
        boolean accepts(char c);
    }
}
