package dev.ukur.bench;

import dev.ukur.SharedWorkspace;
import dev.ukur.delivery.web.Server;
import dev.ukur.store.BenchStore;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Every page of the dashboard in turns, asked of a server in this process, beside the raw query of its main question: anew after
 * data changed, when what it shows is worked out (as the server does ahead), and the same page again. Times are those of the
 * whole request; bytes are compressed and hold the drawings.
 */
public final class PageBench {

    private static final Pattern PART = Pattern.compile("(?ms)^-- (/\\S*)\\n(.*?);");
    private static final int ANEW = 3;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String address;
    private final Connection raw;
    private int asked;

    private PageBench(String address, Connection raw) {
        this.address = address;
        this.raw = raw;
    }

    /** What one page costs each way. */
    private record Costs(Cost anew, Cost ahead, Cost again, Cost query, int[] bytes) {

        static Costs none() {
            return new Costs(new Cost(), new Cost(), new Cost(), new Cost(), new int[1]);
        }
    }

    /** {@code FOLDER PAGES ROUNDS} */
    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Map<String, String> pages = pages(Path.of(arguments[1]));
        int rounds = Integer.parseInt(arguments[2]);
        try (SharedWorkspace workspace = SharedWorkspace.open(folder, Clock.systemUTC());
                Server server = Server.start(workspace, Server.Settings.here(0, "bench"));
                Connection raw = BenchStore.raw(folder)) {
            PageBench bench = new PageBench(server.address(), raw);
            Map<String, Costs> costs = new LinkedHashMap<>();
            pages.keySet().forEach(page -> costs.put(page, Costs.none()));
            bench.learn(pages.keySet().stream().toList());
            for (int round = 0; round < Math.min(ANEW, rounds); round++) {
                bench.changeData(round);
                costs.forEach((page, cost) -> cost.anew().of(() -> bench.get(bench.fresh(page))));
            }
            for (int round = 0; round < rounds; round++) {
                costs.forEach((page, cost) -> {
                    cost.bytes()[0] = cost.ahead().of(() -> bench.get(bench.fresh(page)));
                    cost.again().of(() -> bench.get(page));
                    cost.query().of(() -> bench.query(pages.get(page)));
                });
            }
            print(costs);
        }
    }

    private static Map<String, String> pages(Path file) throws IOException {
        Map<String, String> pages = new LinkedHashMap<>();
        Matcher parts = PART.matcher(Files.readString(file));
        while (parts.find()) {
            pages.put(parts.group(1), parts.group(2));
        }
        return pages;
    }

    /** Java compiles what all pages need before anything counts. */
    private void learn(List<String> pages) {
        for (int round = 0; round < 2; round++) {
            pages.forEach(page -> get(fresh(page)));
            pages.forEach(this::get);
        }
    }

    /** Another state of the data file: nothing that was known of the last one counts. */
    private void changeData(int round) throws SQLException {
        try (Statement statement = raw.createStatement()) {
            statement.execute("create or replace table bench_change as select " + round + " as round");
        }
        query("select 1");
    }

    /** The same page by an address nobody asked before: its reply is not kept, what it shows may be known. */
    private String fresh(String page) {
        return page + (page.contains("?") ? "&" : "?") + "bench=" + asked++;
    }

    private int get(String path) {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + path.substring(1)))
                .header("Accept-Encoding", "gzip")
                .build();
        try {
            HttpResponse<byte[]> reply = client.send(request, BodyHandlers.ofByteArray());
            if (reply.statusCode() != 200) {
                throw new IllegalStateException(path + " gave " + reply.statusCode());
            }
            return reply.body().length;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(path, e);
        }
    }

    private int query(String sql) {
        List<Object> rows = new ArrayList<>();
        try (Statement statement = raw.createStatement();
                ResultSet result = statement.executeQuery(sql)) {
            while (result.next()) {
                rows.add(result.getObject(1));
            }
            return rows.size();
        } catch (SQLException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    private static void print(Map<String, Costs> costs) {
        System.out.printf("%-46s %17s %17s %9s %17s %7s %8s%n", "", "anew", "known", "again", "raw query", "known:", "gzip");
        System.out.printf("%-46s %8s %8s %8s %8s %9s %8s %8s %7s %8s%n",
                "page", "CPU ms", "wall ms", "CPU ms", "wall ms", "wall ms", "CPU ms", "wall ms", "raw CPU", "KB");
        costs.forEach((page, cost) -> System.out.printf(
                Locale.ROOT,
                "%-46s %8.0f %8.0f %8.1f %8.1f %9.1f %8.1f %8.1f %7.1f %8.1f%n",
                page,
                cost.anew().cpu(), cost.anew().wall(),
                cost.ahead().cpu(), cost.ahead().wall(),
                cost.again().wall(),
                cost.query().cpu(), cost.query().wall(),
                cost.ahead().cpu() / cost.query().cpu(),
                cost.bytes()[0] / 1024.0));
        System.out.printf(
                Locale.ROOT,
                "median of the pages when known: %.1f ms CPU, %.1f ms wall; slowest %.1f ms wall; heaviest %.1f KB%n",
                Cost.median(costs.values().stream().map(cost -> cost.ahead().cpu()).toList()),
                Cost.median(costs.values().stream().map(cost -> cost.ahead().wall()).toList()),
                costs.values().stream().mapToDouble(cost -> cost.ahead().wall()).max().orElse(0),
                costs.values().stream().mapToInt(cost -> cost.bytes()[0]).max().orElse(0) / 1024.0);
    }
}
