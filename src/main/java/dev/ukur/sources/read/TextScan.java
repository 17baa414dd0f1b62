package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;

/**
 * Looks at a whole text once, before anything of it is read: is it text in this encoding, and are its lines of a bearable
 * length. So a file is refused as a whole, not after half of it was taken.
 */
final class TextScan {

    /** A line longer than this is no line of an export. */
    static final int MOST_LINE_CHARS = 10_000_000;

    private static final int BUFFER = 1 << 15;

    private final Encoding encoding;
    private final Location at;
    private long chars;
    private long line = 1;
    private int lineChars;
    private boolean filled;
    private boolean returned;
    private boolean gaps;
    private boolean blank = true;

    private TextScan(Encoding encoding, Location at) {
        this.encoding = encoding;
        this.at = at;
    }

    /**
     * What a look at a whole text tells.
     *
     * @param chars how many characters it has
     * @param gaps whether some line may hold nothing: one without a letter or digit
     */
    record Look(long chars, boolean gaps) {}

    /**
     * Looks at a text from its beginning to its end.
     *
     * @throws CharacterCodingException when the bytes are no text in the encoding
     * @throws ProblemException {@code file-empty}, {@code line-too-long}
     */
    static Look at(InputStream bytes, Encoding encoding, Location at) throws IOException {
        TextScan scan = new TextScan(encoding, at);
        Reader reader = new InputStreamReader(
                bytes,
                encoding.charset()
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT));
        char[] buffer = new char[BUFFER];
        for (int read = reader.read(buffer); read >= 0; read = reader.read(buffer)) {
            scan.look(buffer, read);
        }
        if (scan.blank) {
            throw new ProblemException(Problem.error("file-empty", at));
        }
        return new Look(scan.chars, scan.gaps);
    }

    private void look(char[] buffer, int length) throws IOException {
        int i = 0;
        while (i < length) {
            int end = i;
            while (end < length && buffer[end] >= ' ') {
                end++;
            }
            lookAt(buffer, i, end);
            if (end < length) {
                control(buffer[end]);
            }
            i = end + 1;
        }
        chars += length;
    }

    private void control(char c) throws IOException {
        if (c == '\n' || c == '\r') {
            endLine(c);
            return;
        }
        gaps |= returned;
        returned = false;
        if (isForeign(c)) {
            throw new CharacterCodingException();
        }
        lengthen(1);
    }

    /** Lines that end in a lone carriage return are not told apart: they count as gaps. */
    private void endLine(char c) {
        line += c == '\n' ? 1 : 0;
        gaps |= !filled || (returned && c == '\r');
        filled &= c == '\r';
        returned = c == '\r';
        lineChars = 0;
    }

    /** A stretch without control characters, which is nearly all there is: only a line's beginning is looked at closely. */
    private void lookAt(char[] buffer, int from, int end) {
        if (from == end) {
            return;
        }
        gaps |= returned;
        returned = false;
        for (int i = from; i < end && (blank || !filled); i++) {
            char c = buffer[i];
            filled = filled || (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
            blank &= c == ' ' || c == '\uFEFF';
        }
        lengthen(end - from);
    }

    private void lengthen(int more) {
        lineChars += more;
        if (lineChars > MOST_LINE_CHARS) {
            throw new ProblemException(Problem.error(
                            "line-too-long", Location.of(at.file().orElse(""), (int) Math.min(line, Integer.MAX_VALUE)))
                    .with("limit", MOST_LINE_CHARS));
        }
    }

    /** NUL is in no text; any other control character speaks against Windows-1252, which takes nearly all bytes. */
    private boolean isForeign(char c) {
        boolean ordinary = c == '\t' || c == '\f' || c == 0x1A;
        return c == 0 || (encoding.equals(Encoding.WINDOWS_1252) && !ordinary);
    }
}
