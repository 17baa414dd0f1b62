package dev.ukur.delivery.cli;

import dev.ukur.SharedWorkspace;
import dev.ukur.delivery.web.Server;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** {@code ukur serve}: the dashboard and the API of a workspace, until it is told to stop. */
final class ServeCommand implements Command {

    private static final int USUAL_PORT = 8080;
    private static final int ANY_PORT = 0;
    private static final int LARGEST_PORT = 65_535;
    private static final int PATIENCE_S = 60;

    @Override
    public Shape shape() {
        return Shape.of("serve").option("--port", "N");
    }

    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        Optional<Integer> port = call.arguments().value("--port").map(ServeCommand::port);
        Path folder = call.folder();
        beginWorkspace(call, folder);
        return serve(call, folder, port);
    }

    /** Serves a workspace until the process is told to end. */
    static int serve(Call call, Path folder, Optional<Integer> port) {
        refuseSecond(folder);
        Path real = real(folder);
        Ending ending = Ending.onSignal();
        try (SharedWorkspace workspace = SharedWorkspace.open(real, Clock.systemUTC());
                Server server = start(workspace, port);
                Relay relay = Relay.open(workspace, server.address())) {
            call.speakLanguageOf(workspace.ukur().settings());
            call.printLine(server.address());
            call.flush();
            call.progress(call.say()
                    .text(
                            "serve.ready",
                            "workspace",
                            workspace.ukur().settings().name()));
            ending.await();
            call.progress(call.say().text("serve.stopping"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ending.done();
        return Exit.DONE;
    }

    /** The usual port may be taken when nobody asked for it: then any free one does. */
    private static Server start(SharedWorkspace workspace, Optional<Integer> port) {
        if (port.isPresent()) {
            return Server.start(workspace, new Server.Settings(port.get(), Version.text()));
        }
        try {
            return Server.start(workspace, new Server.Settings(USUAL_PORT, Version.text()));
        } catch (ProblemException e) {
            return Server.start(workspace, new Server.Settings(ANY_PORT, Version.text()));
        }
    }

    private static void refuseSecond(Path folder) {
        RunningServer.of(folder).filter(RunningServer::lives).ifPresent(server -> {
            throw new ProblemException(
                    Problem.error("server-running", Location.nowhere()).with("address", server.address()));
        });
    }

    /** In an empty folder, or one that is not there yet, a new workspace begins; any other is left as it is. */
    private static void beginWorkspace(Call call, Path folder) {
        if (isEmpty(folder)) {
            call.program().init(folder, call.say().language());
            call.progress(call.say().text("serve.begun", "folder", real(folder)));
        }
    }

    private static boolean isEmpty(Path folder) {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        } catch (IOException e) {
            return false; // no folder: opening it will say what is wrong
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            return folder.toAbsolutePath().normalize();
        }
    }

    private static int port(String text) {
        int port = text.matches("\\d{1,5}") ? Integer.parseInt(text) : -1;
        if (port < 0 || port > LARGEST_PORT) {
            throw new ProblemException(Problem.error("option-value", Location.nowhere())
                    .with("option", "--port")
                    .with("value", text)
                    .with("allowed", "8080"));
        }
        return port;
    }

    /** The end of the process, held back until everything is closed. */
    private record Ending(CountDownLatch wanted, CountDownLatch closed) {

        static Ending onSignal() {
            Ending ending = new Ending(new CountDownLatch(1), new CountDownLatch(1));
            Runtime.getRuntime().addShutdownHook(new Thread(ending::come, "ukur-end"));
            return ending;
        }

        private void come() {
            wanted.countDown();
            try {
                closed.await(PATIENCE_S, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(Exit.DONE);
        }

        void await() {
            try {
                wanted.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        void done() {
            closed.countDown();
        }
    }
}
