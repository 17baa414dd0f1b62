package dev.ukur.sources.read;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A delimited text so plain that there is one way to take it apart: every line is a row of as many cells as the first, and
 * a quote stands only around a whole cell, or doubled inside it. What quotes, blanks or lines mean elsewhere is a matter of
 * the reader; here all readers agree.
 *
 * @param path of the file, as it lies on the disk
 * @param delimiter between cells
 * @param end of each line, {@code \n} or {@code \r\n}
 * @param cells of each line
 * @param lines in the file
 * @param longest bytes of the longest line
 * @param printable cells, from 0, that hold in all lines but the first nothing but printable ASCII, with no blank at either
 *     end, no bracket in front, and no sign of an address ({@code @}, {@code %40})
 */
public record PlainText(
        Path path, char delimiter, String end, int cells, long lines, int longest, Set<Integer> printable) {

    public PlainText {
        printable = Set.copyOf(printable);
    }

    /** A longer line is left to the reader that can tell where it lies. */
    private static final int MOST_BYTES = 1 << 20;

    private static final int BUFFER = 1 << 16;

    /**
     * Looks at all bytes of a file, which are known to be UTF-8 already.
     *
     * @return empty when some byte of it may be taken in two ways
     */
    static Optional<PlainText> of(Path path, char delimiter) throws IOException {
        Scan scan = new Scan((byte) delimiter);
        try (InputStream bytes = Files.newInputStream(path)) {
            byte[] buffer = new byte[BUFFER];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                if (!scan.takes(buffer, read)) {
                    return Optional.empty();
                }
            }
        }
        return scan.ends() && delimiter < 0x80
                ? Optional.of(new PlainText(
                        path,
                        delimiter,
                        scan.returns == 0 ? "\n" : "\r\n",
                        scan.width,
                        scan.lines,
                        scan.longest,
                        scan.printable()))
                : Optional.empty();
    }

    private enum Place {
        BEFORE_CELL,
        IN_CELL,
        IN_QUOTES,
        AFTER_QUOTE,
        AFTER_RETURN
    }

    private static final class Scan {
        private final byte delimiter;
        private final boolean[] ordinary = new boolean[256];
        private Place place = Place.BEFORE_CELL;
        private int width;
        private int cells = 1;
        private int bytes;
        private int longest;
        private long lines;
        private long returns;
        private final BitSet odd = new BitSet();
        private boolean spaced;

        Scan(byte delimiter) {
            this.delimiter = delimiter;
            Arrays.fill(ordinary, '!', 0x7F, true);
            for (char sign : new char[] {(char) (delimiter & 0xFF), '"', '@', '%', '['}) {
                ordinary[sign] = false;
            }
        }

        boolean takes(byte[] buffer, int length) {
            for (int i = 0; i < length; i++) {
                if (place == Place.IN_CELL || place == Place.IN_QUOTES) {
                    i = pass(buffer, i, length);
                    if (i == length) {
                        return true;
                    }
                }
                byte b = buffer[i];
                bytes++;
                if (!ordinary[b & 0xFF]) {
                    lookAt(b, buffer, i, length);
                }
                if (!takes(b)) {
                    return false;
                }
                spaced = b == ' ';
            }
            return true;
        }

        /** The place after signs that tell nothing inside a cell, which nearly all are. */
        private int pass(byte[] buffer, int from, int length) {
            int i = from;
            while (i < length && ordinary[buffer[i] & 0xFF]) {
                i++;
            }
            spaced &= i == from;
            bytes += i - from;
            return i;
        }

        /** Notes what is not printable, and what may be an address; where the rest of a sign is not at hand, it may be one. */
        private void lookAt(byte b, byte[] buffer, int at, int length) {
            boolean first = place == Place.BEFORE_CELL || bytes == 1 || isFirstInQuotes(buffer, at);
            boolean escape = b == '%' && (at + 2 >= length || (buffer[at + 1] == '4' && buffer[at + 2] == '0'));
            boolean sign = b < 0 || b == 0x7F || b == '@' || escape || (b == ' ' && first) || (b == '[' && first);
            boolean ends = spaced && (isBorder(b) || (b == '"' && place == Place.IN_QUOTES));
            if ((sign || ends) && lines > 0) {
                odd.set(cells - 1);
            }
        }

        private boolean isFirstInQuotes(byte[] buffer, int at) {
            return place == Place.IN_QUOTES && (at == 0 || buffer[at - 1] == '"');
        }

        Set<Integer> printable() {
            return IntStream.range(0, width)
                    .filter(cell -> !odd.get(cell))
                    .boxed()
                    .collect(Collectors.toSet());
        }

        private boolean takes(byte b) {
            if (b >= 0 && b < ' ' && b != delimiter && b != '\n' && b != '\r') {
                return false;
            }
            return switch (place) {
                case BEFORE_CELL -> b == '"' ? at(Place.IN_QUOTES) : inCell(b);
                case IN_CELL -> b != '"' && inCell(b);
                case IN_QUOTES -> b == '"' ? at(Place.AFTER_QUOTE) : b != '\n' && b != '\r';
                case AFTER_QUOTE -> b == '"' ? at(Place.IN_QUOTES) : isBorder(b) && inCell(b);
                case AFTER_RETURN -> b == '\n' && endsLine();
            };
        }

        private boolean isBorder(byte b) {
            return b == delimiter || b == '\n' || b == '\r';
        }

        private boolean inCell(byte b) {
            if (b == delimiter) {
                cells++;
                return at(Place.BEFORE_CELL);
            }
            if (b == '\r') {
                returns++;
                return at(Place.AFTER_RETURN);
            }
            return b == '\n' ? endsLine() : at(Place.IN_CELL);
        }

        private boolean at(Place next) {
            place = next;
            return true;
        }

        /** A line of one cell may be a blank one, which readers pass over. */
        private boolean endsLine() {
            lines++;
            width = lines == 1 ? cells : width;
            longest = Math.max(longest, bytes);
            boolean fits = cells == width && width > 1 && bytes <= MOST_BYTES && (returns == 0 || returns == lines);
            if (spaced) {
                odd.set(cells - 1);
            }
            cells = 1;
            bytes = 0;
            return fits && at(Place.BEFORE_CELL);
        }

        /** A last line may lack its end, if lines end in one sign. */
        boolean ends() {
            if (bytes == 0) {
                return lines > 0;
            }
            return returns == 0 && (place != Place.IN_QUOTES && place != Place.AFTER_RETURN) && endsLine();
        }
    }
}
