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

    private static final String WORKSPACES = "--workspaces";
    private static final int PATIENCE_S = 60;

    @Override
    public Shape shape() {
        return Shape.of("serve")
                .option("--port", "N")
                .option("--host", "ADDRESS")
                .option("--public-url", "URL")
                .option(WORKSPACES, "DIR");
    }

    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        Reach reach = Reach.of(call.arguments());
        Optional<String> many = call.arguments().value(WORKSPACES);
        if (many.isPresent()) {
            return serveMany(call, real(call.path(many.get())), reach);
        }
        Path folder = call.folder();
        beginWorkspace(call, folder);
        return serve(call, folder, reach);
    }

    /** Serves a workspace until the process is told to end. */
    static int serve(Call call, Path folder, Reach reach) {
        refuseSecond(folder);
        Path real = real(folder);
        Ending ending = Ending.onSignal();
        try (SharedWorkspace workspace = SharedWorkspace.open(real, Clock.systemUTC());
                Server server = reach.start(settings -> Server.start(workspace, settings), real)
                        .ahead();
                Relay relay = Relay.open(workspace, server.address())) {
            call.speakLanguageOf(workspace.ukur().settings());
            call.printLine(server.address());
            reach.firstOwner(real).ifPresent(path -> welcome(call, server.address() + path));
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

    /** Serves all workspaces of a folder. */
    private static int serveMany(Call call, Path folder, Reach reach) {
        Ending ending = Ending.onSignal();
        try (Hosted hosted = Hosted.in(folder, problems -> call.tell(problems));
                Server server = reach.start(settings -> Server.start(hosted.workspaces(), settings), folder)
                        .ahead()) {
            hosted.relay(server.address());
            call.printLine(server.address());
            reach.firstOwner(folder).ifPresent(path -> welcome(call, server.address() + path));
            call.flush();
            call.progress(call.say()
                    .text("serve.ready.many", "count", hosted.workspaces().size()));
            ending.await();
            call.progress(call.say().text("serve.stopping"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        ending.done();
        return Exit.DONE;
    }

    /** Told also to who wants quiet: there is no other way in. */
    private static void welcome(Call call, String link) {
        call.printLine(call.say().text("serve.owner", "link", link));
    }

    static void refuseSecond(Path folder) {
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
