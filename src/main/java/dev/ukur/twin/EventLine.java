package dev.ukur.twin;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;

/** A line of bytes under way, of ASCII text only; kept and reused, as there are millions. */
final class EventLine {

    private byte[] bytes = new byte[2_048];
    private int length;

    EventLine text(String text) {
        int size = text.length();
        room(size);
        for (int i = 0; i < size; i++) {
            bytes[length++] = (byte) text.charAt(i);
        }
        return this;
    }

    /** A number with leading zeros. */
    EventLine digits(long number, int width) {
        room(width);
        long rest = number;
        for (int i = length + width - 1; i >= length; i--) {
            bytes[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        length += width;
        return this;
    }

    EventLine number(long number) {
        return text(Long.toString(number));
    }

    /** Text within JSON quotes, with the escapes JSON wants. */
    EventLine quoted(String text) {
        text("\"");
        if (text.indexOf('"') < 0 && text.indexOf('\n') < 0) {
            text(text);
        } else {
            text(text.replace("\"", "\\\"").replace("\n", "\\n"));
        }
        return text("\"");
    }

    /** Writes the line with its end, and forgets it. */
    void writeTo(OutputStream out) {
        text("\n");
        try {
            out.write(bytes, 0, length);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        length = 0;
    }

    private void room(int more) {
        if (length + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
        }
    }
}
