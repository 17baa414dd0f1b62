package dev.ukur.delivery.cli;

import dev.ukur.SharedWorkspace;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The side of a server that runs the commands started beside it, for {@link RunningServer}. */
final class Relay implements AutoCloseable {

    private static final int SECRET_BYTES = 24;
    private static final int QUEUE = 50;
    private static final int PATIENCE_MS = 2_000;

    private final SharedWorkspace workspace;
    private final ServerSocket door;
    private final String secret;
    private final ExecutorService hands = Executors.newCachedThreadPool(Relay::thread);

    private Relay(SharedWorkspace workspace, ServerSocket door, String secret) {
        this.workspace = workspace;
        this.door = door;
        this.secret = secret;
    }

    /**
     * Begins to take commands for a workspace, and says so in its folder.
     *
     * @param address of the server's pages
     */
    static Relay open(SharedWorkspace workspace, String address) throws IOException {
        ServerSocket door = new ServerSocket(0, QUEUE, InetAddress.getLoopbackAddress());
        byte[] secret = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(secret);
        Relay relay = new Relay(workspace, door, HexFormat.of().formatHex(secret));
        relay.hands.execute(relay::serve);
        new RunningServer(door.getLocalPort(), relay.secret, address).leaveNote(workspace.folder());
        return relay;
    }

    private static Thread thread(Runnable work) {
        Thread thread = new Thread(work, "ukur-relay");
        thread.setDaemon(true);
        return thread;
    }

    private void serve() {
        while (!door.isClosed()) {
            try {
                Socket caller = door.accept();
                hands.execute(() -> answer(caller));
            } catch (IOException e) {
                // Closed, or a caller that was gone before it was heard.
            }
        }
    }

    private void answer(Socket caller) {
        try (caller) {
            caller.setSoTimeout(PATIENCE_MS);
            DataInputStream in = new DataInputStream(caller.getInputStream());
            if (!knows(RelayWire.text(in))) {
                return;
            }
            caller.getOutputStream().write(RelayWire.ACCEPTED);
            RelayWire.Request request = RelayWire.read(in);
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(caller.getOutputStream()));
            int exit = run(request, out);
            out.writeByte(RelayWire.EXIT);
            out.writeInt(exit);
            out.flush();
        } catch (IOException e) {
            // A caller that went away; what its command did is done.
        }
    }

    private boolean knows(String told) {
        return MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), secret.getBytes(StandardCharsets.UTF_8));
    }

    private int run(RelayWire.Request request, DataOutputStream out) {
        CallersNames names = new CallersNames(Path.of(request.here()));
        try (PrintStream results = stream(out, RelayWire.OUT);
                PrintStream progress = stream(out, RelayWire.ERR)) {
            Console console = new Console(results, progress, request.environment(), names.here());
            return Main.run(request.words().toArray(new String[0]), console, new ServingProgram(workspace, names));
        }
    }

    private static PrintStream stream(DataOutputStream out, int kind) {
        return new PrintStream(new Unclosed(out, kind), false, StandardCharsets.UTF_8);
    }

    /** Flushes where a command closes its stream: the exit code is still to come. */
    private static final class Unclosed extends java.io.FilterOutputStream {

        Unclosed(DataOutputStream out, int kind) {
            super(new java.io.BufferedOutputStream(new RelayWire.Output(out, kind)));
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }

    /** Takes no further commands; those under way are told to the end by whoever waits for the workspace. */
    @Override
    public void close() {
        RunningServer.removeNote(workspace.folder());
        try {
            door.close();
        } catch (IOException e) {
            // It takes no calls any more, which is what was wanted.
        }
        hands.shutdown();
    }
}
