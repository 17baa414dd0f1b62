package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Real processes: a server that holds a workspace, and commands started beside it. */
class ServeProcessTest {

    private static final TwinOptions SHOP = new TwinOptions(5, 6, 2, LocalDate.of(2026, 11, 22));

    @TempDir
    Path place;

    /** What a process wrote, and its exit code. */
    private record Run(int exit, String out, String err) {}

    @Test
    void commands_beside_a_server_say_and_end_as_they_do_without_one() throws Exception {
        Path shop = place.resolve("toko");
        new Twin(SHOP).write(shop, month -> {});
        Files.writeString(place.resolve("salah.csv"), "apa,ini\n1,2\n");
        Files.writeString(shop.resolve("calendar.yaml"), "occasions: 12\n");
        assertThat(ukur(shop, "import", Twin.EXPORTS, "--quiet").exit()).isLessThan(2);

        Map<List<String>, Path> calls = new LinkedHashMap<>();
        calls.put(List.of("query", "revenue", "--by", "channel", "--grain", "month", "--lang", "en"), shop);
        calls.put(List.of("check", "-w", "toko", "--format", "json"), place);
        calls.put(List.of("loads"), shop);
        calls.put(List.of("import", "salah.csv", "-w", "toko", "--dry-run"), place);
        calls.put(List.of("query", "nothing", "-w", shop.toString(), "--lang=en"), place);

        Map<List<String>, Run> without = new LinkedHashMap<>();
        for (Map.Entry<List<String>, Path> call : calls.entrySet()) {
            without.put(call.getKey(), ukur(call.getValue(), call.getKey().toArray(new String[0])));
        }
        Process server = start(shop, "serve", "--port", "0");
        try {
            String address = address(server);
            assertThat(shop.resolve(".ukur/server")).exists();
            for (Map.Entry<List<String>, Path> call : calls.entrySet()) {
                assertThat(ukur(call.getValue(), call.getKey().toArray(new String[0])))
                        .as(String.join(" ", call.getKey()))
                        .isEqualTo(without.get(call.getKey()));
            }
            assertThat(status(address + "health")).isEqualTo(200);
            Run second = ukur(shop, "serve");
            assertThat(second.exit()).isEqualTo(2);
            assertThat(second.err()).contains(address);
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(shop.resolve(".ukur/server")).doesNotExist();
        assertThat(without.get(List.of("check", "-w", "toko", "--format", "json"))
                        .out())
                .contains("\"toko/calendar.yaml\"");
        assertThat(without.values().stream().map(Run::exit)).containsExactly(0, 1, 0, 2, 2);
    }

    @Test
    void a_killed_server_keeps_nobody_out_and_an_empty_folder_becomes_a_workspace() throws Exception {
        Path fresh = place.resolve("baru");
        Process server = start(place, "serve", "--port", "0", "-w", "baru", "--lang", "en");
        try {
            assertThat(status(address(server) + "api/v1/workspace")).isEqualTo(200);
        } finally {
            server.destroyForcibly();
        }
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(fresh.resolve("goals.yaml")).exists();
        assertThat(fresh.resolve(".ukur/server")).exists();
        Run loads = ukur(fresh, "loads");
        assertThat(loads.err()).isEmpty();
        assertThat(loads.exit()).isZero();
    }

    @Test
    void many_workspaces_are_served_by_one_process_that_others_reach_only_by_signing_in() throws Exception {
        assertThat(ukur(place, "init", "klien/toko").exit()).isZero();
        assertThat(ukur(place, "init", "klien/kopi").exit()).isZero();
        Files.createDirectories(place.resolve("klien/rusak"));
        Files.writeString(place.resolve("klien/rusak/ukur.yaml"), "name: [\n");
        Process server = start(place, "serve", "--workspaces", "klien", "--port", "0", "--host", "0.0.0.0", "--quiet");
        try {
            BufferedReader out =
                    new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
            String address = out.readLine();
            assertThat(out.readLine()).contains(address + "account/join/");
            assertThat(status(address + "health")).isEqualTo(200);
            assertThat(status(address + "w/toko/api/v1/workspace")).isEqualTo(401);
            Run loads = ukur(place, "loads", "-w", "klien/kopi");
            assertThat(loads.err()).isEmpty();
            assertThat(loads.exit()).isZero();
            Run invited = ukur(place, "users", "invite", "budi", "viewer", "--on", "kopi", "-w", "klien", "--quiet");
            assertThat(invited.out()).startsWith(address + "account/join/");
            assertThat(status(invited.out().strip())).isEqualTo(200);
        } finally {
            server.destroy();
        }
        assertThat(server.waitFor(30, TimeUnit.SECONDS)).isTrue();
        assertThat(server.exitValue()).isZero();
        assertThat(place.resolve("klien/kopi/.ukur/server")).doesNotExist();
    }

    private static int status(String address) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(URI.create(address)).build(), BodyHandlers.discarding())
                .statusCode();
    }

    /** The address a server prints when it is ready. */
    private static String address(Process server) throws IOException {
        BufferedReader out = new BufferedReader(new InputStreamReader(server.getInputStream(), StandardCharsets.UTF_8));
        String line = out.readLine();
        assertThat(line).startsWith("http://127.0.0.1:");
        return line;
    }

    private Run ukur(Path here, String... words) throws Exception {
        Path out = Files.createTempFile(place, "out", "");
        Path err = Files.createTempFile(place, "err", "");
        Process process = builder(here, words)
                .redirectOutput(out.toFile())
                .redirectError(err.toFile())
                .start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Run(process.exitValue(), Files.readString(out), Files.readString(err));
    }

    private static Process start(Path here, String... words) throws IOException {
        return builder(here, words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    private static ProcessBuilder builder(Path here, String... words) {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Djava.library.path=" + System.getProperty("java.library.path"),
                "-Dfile.encoding=UTF-8"));
        if (Runtime.version().feature() >= 22) { // allowed by the manifest where the program runs from its jar
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Main.class.getName()));
        command.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(command).directory(here.toFile());
        builder.environment().put("UKUR_TERMINAL", "0");
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("UKUR_LANG");
        return builder;
    }
}
