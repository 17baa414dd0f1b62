package dev.ukur.bench;

import dev.ukur.SharedWorkspace;
import dev.ukur.delivery.web.Server;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.ImportOptions;
import dev.ukur.sources.ImportReport;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Many readers at once, each going from page to page with a moment of reading between: first while nothing else happens, then while
 * an import goes on. Any answer that is neither a page nor its outline is an error.
 */
public final class ReaderBench {

    private static final int READERS = 50;
    private static final int LEAST_PAUSE_MS = 500;
    private static final int MORE_PAUSE_MS = 1_000;
    private static final int OUTLINE = 202;
    private static final Pattern PAGE = Pattern.compile("(?m)^-- (/\\S*)$");

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final List<String> pages;

    private ReaderBench(String address, List<String> pages) {
        this.address = address;
        this.pages = pages;
    }

    /** {@code FOLDER PAGES EXPORTS SECONDS} */
    public static void main(String[] arguments) throws Exception {
        Path exports = Path.of(arguments[2]);
        int seconds = Integer.parseInt(arguments[3]);
        try (SharedWorkspace workspace = SharedWorkspace.open(Path.of(arguments[0]), Clock.systemUTC());
                Server server = Server.start(workspace, Server.Settings.here(0, "bench")).ahead()) {
            ReaderBench bench = new ReaderBench(server.address(), pages(Path.of(arguments[1])));
            bench.pages.forEach(page -> bench.get(page, "*/*")); // all pages were worked out and compiled once
            Round idle = bench.read(seconds);
            idle.print("idle");
            long begun = System.nanoTime();
            Thread importing = new Thread(() -> load(workspace, exports));
            importing.start();
            Round busy = bench.read(seconds);
            boolean goesOn = importing.isAlive();
            busy.print("importing");
            System.out.printf(Locale.ROOT, "p95 importing : idle %.2f%n", busy.at(0.95) / idle.at(0.95));
            importing.join();
            System.out.printf(
                    Locale.ROOT,
                    "the import %s, and took %.0f s%n",
                    goesOn ? "went on to the end" : "ended before the readers",
                    (System.nanoTime() - begun) / 1e9);
        }
    }

    private static List<String> pages(Path file) throws IOException {
        List<String> pages = new ArrayList<>();
        Matcher lines = PAGE.matcher(Files.readString(file));
        while (lines.find()) {
            pages.add(lines.group(1));
        }
        return pages;
    }

    private static void load(SharedWorkspace workspace, Path exports) {
        try {
            ImportReport report = workspace.ukur().load(List.of(exports), ImportOptions.standard());
            Map<String, Integer> outcomes = new TreeMap<>();
            report.files().forEach(file -> outcomes.merge(String.valueOf(file.outcome()), 1, Integer::sum));
            System.out.println("imported: " + outcomes);
        } catch (ProblemException e) {
            System.out.println("the import failed: " + e.problems());
        }
    }

    /** What readers met. */
    private record Round(Queue<Double> millis, AtomicInteger outlines, Map<String, Integer> errors) {

        double at(double share) {
            List<Double> sorted = millis.stream().sorted().toList();
            return sorted.get((int) Math.min(sorted.size() - 1, Math.floor(share * sorted.size())));
        }

        void print(String name) {
            System.out.printf(
                    Locale.ROOT,
                    "%-10s %6d answers, p50 %.0f ms, p95 %.0f ms, slowest %.0f ms, %d outlines, errors %s%n",
                    name,
                    millis.size(),
                    at(0.5),
                    at(0.95),
                    at(1),
                    outlines.get(),
                    errors);
        }
    }

    private Round read(int seconds) throws InterruptedException {
        Round round = new Round(new ConcurrentLinkedQueue<>(), new AtomicInteger(), new ConcurrentHashMap<>());
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        List<Thread> readers = new ArrayList<>();
        for (int i = 0; i < READERS; i++) {
            Random random = new Random(i);
            readers.add(new Thread(() -> go(round, random, end)));
        }
        readers.forEach(Thread::start);
        for (Thread reader : readers) {
            reader.join();
        }
        return round;
    }

    private void go(Round round, Random random, long end) {
        while (System.nanoTime() < end) {
            String page = pages.get(random.nextInt(pages.size()));
            String asked = page + (page.contains("?") ? "&" : "?") + "lang=" + (random.nextBoolean() ? "id" : "en");
            long before = System.nanoTime();
            try {
                int status = get(asked, "text/html");
                round.millis().add((System.nanoTime() - before) / 1e6);
                if (status == OUTLINE) {
                    round.outlines().incrementAndGet();
                } else if (status != 200) {
                    round.errors().merge(page + " " + status, 1, Integer::sum);
                }
                Thread.sleep(LEAST_PAUSE_MS + random.nextInt(MORE_PAUSE_MS));
            } catch (IllegalStateException e) {
                round.errors().merge(page + " " + e.getCause(), 1, Integer::sum);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private int get(String path, String accept) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                .header("Accept", accept)
                .build();
        try {
            HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
            return reply.statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }
}
