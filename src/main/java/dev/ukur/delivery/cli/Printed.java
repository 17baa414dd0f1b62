package dev.ukur.delivery.cli;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * What a call printed, and how it ended.
 *
 * @param exit its exit code
 * @param out results, UTF-8
 * @param err progress and problems, UTF-8
 */
record Printed(int exit, byte[] out, byte[] err) {

    private static final int MOST_BYTES = 1 << 20;

    /** Prints it again; answers the exit code. */
    int again(Console console) {
        console.out().write(out, 0, out.length);
        console.err().write(err, 0, err.length);
        return exit;
    }

    static Printed read(DataInputStream in) throws IOException {
        return new Printed(in.readInt(), bytes(in), bytes(in));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        byte[] bytes = new byte[Math.min(in.readInt(), MOST_BYTES)];
        in.readFully(bytes);
        return bytes;
    }

    void write(DataOutputStream to) throws IOException {
        to.writeInt(exit);
        to.writeInt(out.length);
        to.write(out);
        to.writeInt(err.length);
        to.write(err);
    }

    /** A console that notes what is printed on it while it prints. */
    static final class Recorder {

        private final Copy out;
        private final Copy err;
        private final Console console;

        Recorder(Console watched) {
            out = new Copy(watched.out());
            err = new Copy(watched.err());
            console = new Console(stream(out), stream(err), watched.environment(), watched.here());
        }

        Console console() {
            return console;
        }

        /** All that was printed; empty when it was much. */
        Optional<Printed> printed(int exit) {
            console.out().flush();
            console.err().flush();
            boolean all = out.isWhole() && err.isWhole();
            return all
                    ? Optional.of(new Printed(exit, out.noted.toByteArray(), err.noted.toByteArray()))
                    : Optional.empty();
        }

        private static PrintStream stream(OutputStream to) {
            return new PrintStream(to, false, StandardCharsets.UTF_8);
        }
    }

    /** Hands bytes on and notes them, as long as they are few. */
    private static final class Copy extends OutputStream {

        private final PrintStream to;
        private final ByteArrayOutputStream noted = new ByteArrayOutputStream();
        private long written;

        Copy(PrintStream to) {
            this.to = to;
        }

        @Override
        public void write(int b) {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) {
            to.write(bytes, from, length);
            written += length;
            if (isWhole()) {
                noted.write(bytes, from, length);
            }
        }

        boolean isWhole() {
            return written <= MOST_BYTES;
        }
    }
}
