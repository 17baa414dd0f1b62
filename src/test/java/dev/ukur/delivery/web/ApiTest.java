package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.metrics.MetricQuery;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The HTTP API on a simulated shop: the same answers as the front door, guarded, kept, described. */
class ApiTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RATES = "date,base,quote,rate,provider\n2020-03-02,SGD,IDR,10250.75,BI\n";

    @TempDir
    static Path folder;

    private static ServedShop shop;

    @BeforeAll
    static void open() throws IOException {
        shop = ServedShop.open(folder.resolve("toko"));
    }

    @AfterAll
    static void close() {
        shop.close();
    }

    @Test
    void a_query_gives_the_numbers_of_the_front_door() {
        Period october = new Period(LocalDate.of(2026, 10, 1), LocalDate.of(2026, 10, 31));
        Optional<Double> revenue = shop.ukur()
                .query(new MetricQuery(
                        List.of("revenue"),
                        List.of(),
                        Grain.TOTAL,
                        Optional.of(october),
                        Optional.empty(),
                        Optional.empty()))
                .number(0, "revenue");
        JsonNode answer = json(shop.get("/api/v1/query?metric=revenue&from=2026-10&to=2026-10"));
        assertThat(revenue).isPresent();
        assertThat(answer.at("/rows/0/revenue").doubleValue()).isEqualTo(revenue.get());
        assertThat(answer.at("/meta/from").stringValue()).isEqualTo("2026-10-01");
    }

    @Test
    void rows_come_as_csv_too() {
        HttpResponse<String> csv = shop.get("/api/v1/query?metric=visits,revenue&by=channel&grain=month&format=csv");
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        assertThat(csv.body()).startsWith("period,channel,visits,revenue\r\n");
        JsonNode rows = json(shop.get("/api/v1/query?metric=visits,revenue&by=channel&grain=month"))
                .get("rows");
        assertThat(csv.body().lines().count()).isEqualTo(rows.size() + 1L);
    }

    @Test
    void rows_come_as_parquet_from_a_file_that_is_gone_afterwards() throws IOException {
        HttpResponse<String> parquet =
                shop.get("/api/v1/query?metric=visits,revenue&by=channel&grain=month&format=parquet");
        assertThat(parquet.statusCode()).isEqualTo(200);
        assertThat(parquet.headers().firstValue("Content-Type")).contains("application/vnd.apache.parquet");
        assertThat(parquet.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"ukur.parquet\"");
        assertThat(parquet.body()).startsWith("PAR1").endsWith("PAR1");
        try (Stream<Path> left = Files.list(folder.resolve("toko/.ukur/uploads"))) {
            assertThat(left).isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "/api/v1/query?metric=revnue, 400, unknown-metric",
        "/api/v1/query, 400, web-metric-missing",
        "/api/v1/query?metric=revenue&grain=minute, 400, unknown-grain",
        "/api/v1/query?metric=revenue&from=2026-13, 400, bad-date",
        "/api/v1/catalog/nothing, 404, web-no-metric",
        "/api/v1/loads/99999/restated, 404, load-unknown",
        "/api/v1/loads/x/restated, 404, load-unknown",
        "/nowhere, 404, web-no-page"
    })
    void what_is_wrong_comes_as_a_problem_in_both_languages(String path, int status, String code) {
        HttpResponse<String> refused = shop.get(path);
        assertThat(refused.statusCode()).isEqualTo(status);
        assertThat(refused.headers().firstValue("Content-Type").orElse("")).startsWith("application/problem+json");
        JsonNode problem = json(refused);
        assertThat(problem.get("type").stringValue()).isEqualTo("urn:ukur:problem:" + code);
        assertThat(problem.get("status").intValue()).isEqualTo(status);
        JsonNode both = problem.at("/problems/0/messages");
        assertThat(both.get("id").stringValue()).isNotEqualTo(both.get("en").stringValue());
        assertThat(both.get("en").stringValue()).doesNotContain("problem.", "{");
    }

    @Test
    void an_answer_is_sent_again_only_when_the_data_changed() {
        String path = "/api/v1/query?metric=orders&grain=month";
        String tag = shop.get(path).headers().firstValue("ETag").orElseThrow();
        assertThat(shop.send(shop.at(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(304);

        HttpResponse<String> load =
                shop.send(shop.upload("/api/v1/imports", "kurs-baru.csv", RATES).header(Gate.HEADER, "1"));
        assertThat(load.statusCode()).as(load.body()).isEqualTo(200);
        JsonNode file = json(load).at("/loads/0");
        assertThat(file.get("file").stringValue()).isEqualTo("kurs-baru.csv");
        assertThat(file.get("loaded").intValue()).as(load.body()).isEqualTo(1);
        assertThat(shop.send(shop.at(path).header("If-None-Match", tag)).statusCode())
                .isEqualTo(200);

        JsonNode undone = json(shop.send(shop.at("/api/v1/loads/" + file.get("load") + "/undo")
                .header(Gate.HEADER, "1")
                .POST(BodyPublishers.noBody())));
        assertThat(undone.at("/loads/0/load").longValue())
                .isGreaterThan(file.get("load").longValue());
    }

    @Test
    void large_answers_are_compressed() {
        HttpResponse<String> plain = shop.get("/api/v1/catalog");
        HttpResponse<String> packed = shop.send(shop.at("/api/v1/catalog").header("Accept-Encoding", "gzip"));
        assertThat(packed.headers().firstValue("Content-Encoding")).contains("gzip");
        assertThat(packed.body().length()).isLessThan(plain.body().length() / 3);
    }

    @Test
    void only_this_machine_under_its_own_name_gets_in() throws IOException {
        int port = shop.at("/").build().uri().getPort();
        for (String host : List.of("evil.example:" + port, "127.0.0.1", "localhost:1", "")) {
            assertThat(raw(port, "GET /api/v1/scorecard HTTP/1.1\r\nHost: " + host + "\r\nConnection: close\r\n\r\n"))
                    .as(host)
                    .matches("HTTP/1.1 (421|400).*");
        }
        assertThat(raw(port, "GET /health HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\n\r\n"))
                .startsWith("HTTP/1.1 200");
    }

    @Test
    void a_page_of_another_site_changes_nothing() {
        long loads = shop.ukur().loads().size();
        assertThat(shop.send(shop.upload("/api/v1/imports", "a.csv", RATES)).statusCode())
                .isEqualTo(403);
        assertThat(shop.send(shop.upload("/api/v1/imports", "a.csv", RATES)
                                .header(Gate.HEADER, "1")
                                .header("Origin", "http://evil.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.send(shop.upload("/api/v1/imports", "a.csv", RATES)
                                .header(Gate.HEADER, "1")
                                .header("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(shop.ukur().loads()).hasSize((int) loads);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../../etc/passwd", "..\\..\\boot.ini", "/etc/passwd", "..", "a/../b", "x\u0000y", "", "."})
    void a_name_sent_with_a_file_is_never_a_path(String name) {
        Path place = Path.of("place");
        assertThat(place.resolve(Uploads.safe(name)).normalize().getParent()).isEqualTo(place);
    }

    @Test
    void every_reply_forbids_foreign_script() {
        for (String path : List.of("/health", "/api/v1/catalog", "/nowhere")) {
            assertThat(shop.get(path).headers().firstValue("Content-Security-Policy"))
                    .as(path)
                    .hasValueSatisfying(policy -> assertThat(policy)
                            .contains("default-src 'none'", "script-src 'self'")
                            .doesNotContain("unsafe"));
        }
    }

    @Test
    void the_document_describes_every_route_of_the_api_and_no_other() {
        Set<String> routes = Ways.of(Premises.of(Map.of()), "test").ofWorkspace().stream()
                .filter(route -> route.path().startsWith("/api/"))
                .map(route -> route.method() + " " + route.path())
                .collect(Collectors.toCollection(TreeSet::new));
        routes.add("GET /health");
        routes.add("GET /metrics");
        Set<String> described = new TreeSet<>();
        operations()
                .forEach((path, methods) -> methods.keySet()
                        .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        assertThat(described).isEqualTo(routes);
    }

    @Test
    void every_described_answer_has_the_parts_described() {
        List<String> asked = new ArrayList<>();
        operations().forEach((path, methods) -> {
            if (methods.containsKey("get")) {
                String real = path.replace("{metric}", "cac").replace("{load}", "1");
                HttpResponse<String> reply = shop.get(real.endsWith("/query") ? real + "?metric=cac" : real);
                assertThat(reply.statusCode()).as(path).isEqualTo(200);
                content(methods.get("get")).forEach((type, schema) -> {
                    assertThat(reply.headers().firstValue("Content-Type").orElse(""))
                            .as(path)
                            .startsWith(type);
                    required(schema)
                            .forEach(part -> assertThat(json(reply).has(part))
                                    .as(path + " " + part)
                                    .isTrue());
                });
                asked.add(path);
            }
        });
        assertThat(asked).hasSizeGreaterThan(10);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> operations() {
        return (Map<String, Map<String, Object>>) document().get("paths");
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> document() {
        return (Map<String, Object>) new Load(LoadSettings.builder().build())
                .loadFromString(shop.get("/api/v1/openapi.yaml").body());
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> content(Object operation) {
        Map<String, Object> responses = (Map<String, Object>) ((Map<String, Object>) operation).get("responses");
        return (Map<String, Map<String, Object>>) ((Map<String, Object>) responses.get("200")).get("content");
    }

    @SuppressWarnings("unchecked")
    private static List<String> required(Map<String, Object> content) {
        Map<String, Object> schema = (Map<String, Object>) content.get("schema");
        if (schema.get("$ref") instanceof String reference) {
            Map<String, Object> components = (Map<String, Object>) document().get("components");
            Map<String, Object> schemas = (Map<String, Object>) components.get("schemas");
            schema = (Map<String, Object>) schemas.get(reference.substring(reference.lastIndexOf('/') + 1));
        }
        return (List<String>) schema.getOrDefault("required", List.of());
    }

    private static JsonNode json(HttpResponse<String> response) {
        return JSON.readTree(response.body());
    }

    private static String raw(int port, String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            byte[] reply = socket.getInputStream().readAllBytes();
            return new String(new ByteArrayInputStream(reply).readNBytes(200), StandardCharsets.US_ASCII)
                    .lines()
                    .findFirst()
                    .orElse("");
        }
    }
}
