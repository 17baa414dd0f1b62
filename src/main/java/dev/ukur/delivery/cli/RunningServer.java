package dev.ukur.delivery.cli;

import dev.ukur.delivery.access.PrivateFile;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;

/**
 * A server that holds a workspace, as the note it leaves in the store's folder tells: only one process can have the store,
 * so commands started beside it run inside it.
 *
 * @param port of its relay
 * @param secret only who may read the workspace knows it
 * @param address of its pages
 */
record RunningServer(int port, String secret, String address) {

    private static final String STORE = ".ukur";
    private static final String FILE = "server";
    private static final int PATIENCE_MS = 2_000;
    private static final List<String> VARIABLES = List.of("NO_COLOR", "TERM", "UKUR_LANG", "UKUR_DEBUG");

    /** The server of a workspace, if its note is there; it may be gone nevertheless. */
    static Optional<RunningServer> of(Path workspace) {
        try {
            List<String> lines = Files.readAllLines(note(workspace));
            return Optional.of(new RunningServer(Integer.parseInt(lines.get(0)), lines.get(1), lines.get(2)));
        } catch (IOException | RuntimeException e) {
            return Optional.empty(); // no server, or one that is just leaving its note
        }
    }

    /** The server of a workspace, or of a folder that holds workspaces. */
    static Optional<RunningServer> near(Path folder) {
        Optional<RunningServer> here = of(folder);
        if (here.isPresent() || !Files.isDirectory(folder)) {
            return here;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.sorted().flatMap(each -> of(each).stream()).findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Leaves the note, readable for its owner alone. */
    void leaveNote(Path workspace) throws IOException {
        String lines = port + "\n" + secret + "\n" + address + "\n";
        PrivateFile.replace(note(workspace), lines.getBytes(StandardCharsets.UTF_8));
    }

    static void removeNote(Path workspace) {
        try {
            Files.deleteIfExists(note(workspace));
        } catch (IOException e) {
            // A note without a server behind it is passed over.
        }
    }

    private static Path note(Path workspace) {
        return workspace.resolve(STORE).resolve(FILE);
    }

    /** Whether it answers. */
    boolean lives() {
        try (Socket socket = connect()) {
            return accepted(socket);
        } catch (IOException e) {
            return false;
        }
    }

    /** Runs a command there; empty when it is not there any more, and nothing was done. */
    OptionalInt run(List<String> words, Console console) {
        try (Socket socket = connect()) {
            if (!accepted(socket)) {
                return OptionalInt.empty();
            }
            DataOutputStream out = new DataOutputStream(new BufferedOutputStream(socket.getOutputStream()));
            Path here = console.here().toAbsolutePath();
            RelayWire.write(out, new RelayWire.Request(words, environment(console), here.toString()));
            return OptionalInt.of(listen(new DataInputStream(socket.getInputStream()), console));
        } catch (IOException e) {
            return OptionalInt.empty();
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), PATIENCE_MS);
            return socket;
        } catch (IOException e) {
            socket.close();
            throw e;
        }
    }

    /** Somebody else may listen at that port by now: nothing is said before the secret is known to both. */
    private boolean accepted(Socket socket) throws IOException {
        socket.setSoTimeout(PATIENCE_MS);
        DataOutputStream out = new DataOutputStream(socket.getOutputStream());
        RelayWire.text(out, secret);
        out.flush();
        boolean accepted = socket.getInputStream().read() == RelayWire.ACCEPTED;
        socket.setSoTimeout(0);
        return accepted;
    }

    private static Map<String, String> environment(Console console) {
        Map<String, String> environment = new HashMap<>();
        for (String name : VARIABLES) {
            String value = console.environment().get(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("UKUR_TERMINAL", console.colours() ? "1" : "0");
        return environment;
    }

    /** A server that ends in the middle has ended the command too. */
    private static int listen(DataInputStream in, Console console) {
        try {
            while (true) {
                int kind = in.readUnsignedByte();
                if (kind == RelayWire.EXIT) {
                    return in.readInt();
                }
                PrintStream to = kind == RelayWire.OUT ? console.out() : console.err();
                to.writeBytes(RelayWire.piece(in));
                to.flush();
            }
        } catch (IOException e) {
            return Exit.FAULT;
        }
    }
}
