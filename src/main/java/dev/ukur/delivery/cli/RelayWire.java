package dev.ukur.delivery.cli;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How a command travels to the process that holds the workspace, over a connection of this machine alone. The caller sends
 * the secret and, once that is accepted, the call; back come pieces of both outputs as they are written, and the exit code
 * last.
 */
final class RelayWire {

    static final int ACCEPTED = 6;
    static final int OUT = 1;
    static final int ERR = 2;
    static final int EXIT = 3;

    /** More than any command line holds: what is longer is not one. */
    private static final int MOST_BYTES = 1 << 22;

    private RelayWire() {}

    /**
     * A call.
     *
     * @param words the arguments
     * @param environment the variables a command looks at
     * @param here the caller's current folder, absolute
     */
    record Request(List<String> words, Map<String, String> environment, String here) {}

    static void write(DataOutputStream out, Request request) throws IOException {
        out.writeInt(request.words().size());
        for (String word : request.words()) {
            text(out, word);
        }
        out.writeInt(request.environment().size());
        for (Map.Entry<String, String> variable : request.environment().entrySet()) {
            text(out, variable.getKey());
            text(out, variable.getValue());
        }
        text(out, request.here());
        out.flush();
    }

    static Request read(DataInputStream in) throws IOException {
        List<String> words = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            words.add(text(in));
        }
        Map<String, String> environment = new HashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            environment.put(text(in), text(in));
        }
        return new Request(words, environment, text(in));
    }

    static void text(DataOutputStream out, String text) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    static String text(DataInputStream in) throws IOException {
        return new String(piece(in), StandardCharsets.UTF_8);
    }

    static byte[] piece(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > MOST_BYTES) {
            throw new IOException("a piece of " + length + " bytes");
        }
        return in.readNBytes(length);
    }

    /** One of the two outputs of a relayed command; both share the connection. */
    static final class Output extends OutputStream {

        private final DataOutputStream out;
        private final int kind;

        Output(DataOutputStream out, int kind) {
            this.out = out;
            this.kind = kind;
        }

        @Override
        public void write(int value) throws IOException {
            write(new byte[] {(byte) value}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            synchronized (out) {
                for (int sent = 0; sent < length; sent += MOST_BYTES) {
                    int size = Math.min(MOST_BYTES, length - sent);
                    out.writeByte(kind);
                    out.writeInt(size);
                    out.write(bytes, from + sent, size);
                }
            }
        }

        @Override
        public void flush() throws IOException {
            synchronized (out) {
                out.flush();
            }
        }
    }
}
