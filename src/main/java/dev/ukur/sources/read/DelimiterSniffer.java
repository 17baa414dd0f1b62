package dev.ukur.sources.read;

import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the delimiter the first lines of a text agree on, outside quotes. A table's lines all hold it equally often; lines
 * above the table and commas inside numbers do not.
 */
final class DelimiterSniffer {

    private static final String CANDIDATES = ",;\t|";
    private static final int MOST_LINES = 50;
    private static final int MOST_CHARS = 1 << 18;

    /** Per line and candidate: how often, and how often not between two digits. */
    private record Line(int[] all, int[] clear) {}

    private final List<Line> lines = new ArrayList<>();
    private Line line = emptyLine();
    private boolean quoted;

    private DelimiterSniffer() {}

    /** The delimiter of a text; a comma when nothing shows one. A first line {@code sep=;} decides. */
    static char sniff(Reader reader) throws IOException {
        char[] buffer = new char[MOST_CHARS];
        int length = 0;
        for (int read = 0; read >= 0 && length < buffer.length; length += Math.max(0, read)) {
            read = reader.read(buffer, length, buffer.length - length);
        }
        String text = new String(buffer, 0, length);
        if (text.regionMatches(true, 0, "sep=", 0, 4) && length > 4 && CANDIDATES.indexOf(text.charAt(4)) >= 0) {
            return text.charAt(4);
        }
        DelimiterSniffer sniffer = new DelimiterSniffer();
        sniffer.count(text);
        return sniffer.best();
    }

    private void count(String text) {
        for (int i = 0; i < text.length() && lines.size() < MOST_LINES; i++) {
            char c = text.charAt(i);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted && (c == '\n' || c == '\r')) {
                endLine();
            } else if (!quoted && CANDIDATES.indexOf(c) >= 0) {
                int candidate = CANDIDATES.indexOf(c);
                line.all[candidate]++;
                line.clear[candidate] += isDigit(text, i - 1) && isDigit(text, i + 1) ? 0 : 1;
            }
        }
        endLine();
    }

    private void endLine() {
        lines.add(line);
        line = emptyLine();
    }

    private char best() {
        int best = 0;
        double bestScore = 0;
        for (int candidate = 0; candidate < CANDIDATES.length(); candidate++) {
            double score = score(candidate);
            if (score > bestScore) {
                best = candidate;
                bestScore = score;
            }
        }
        return CANDIDATES.charAt(best);
    }

    /**
     * Lines that agree times how often the candidate stands in them. Commas between digits count for a tenth: they are
     * decimals or thousands wherever another delimiter serves. A bar counts half, for it adorns campaign names.
     */
    private double score(int candidate) {
        Map<Integer, Integer> linesByCount = new HashMap<>();
        lines.forEach(each -> linesByCount.merge(each.all[candidate], 1, Integer::sum));
        linesByCount.remove(0);
        int usual = linesByCount.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
        double score = 0;
        for (Line each : lines) {
            if (each.all[candidate] == usual) {
                score += CANDIDATES.charAt(candidate) == ',' ? each.clear[candidate] * 0.9 + usual * 0.1 : usual;
            }
        }
        return CANDIDATES.charAt(candidate) == '|' ? score / 2 : score;
    }

    private static boolean isDigit(String text, int at) {
        return at >= 0 && at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static Line emptyLine() {
        return new Line(new int[CANDIDATES.length()], new int[CANDIDATES.length()]);
    }
}
