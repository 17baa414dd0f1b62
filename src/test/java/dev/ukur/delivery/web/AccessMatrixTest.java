package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Passes;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.snakeyaml.engine.v2.api.Load;
import org.snakeyaml.engine.v2.api.LoadSettings;

/**
 * Every way into a server with two workspaces, asked by everybody. What each way must ask is written in the OpenAPI document for the
 * API, and here for the pages; a way that is in neither fails, and so does one that lets in more than it should.
 */
class AccessMatrixTest {

    /** {@code METHOD path = right}; of a workspace, and below of the server. */
    private static final String PAGES = """
            GET / = view
            GET /kpi/{goal} = view
            GET /acquisition = view
            GET /campaigns = view
            GET /keywords = view
            GET /email = view
            GET /brand = view
            GET /leads = view
            GET /attribution = view
            GET /funnel = view
            GET /customers = view
            GET /customers/churn = view
            GET /customers/value = view
            GET /customers/behaviour = view
            GET /impact = view
            GET /explore = view
            GET /glossary = view
            GET /appearance/style.css = view
            GET /appearance/logo = view
            GET /data = view
            GET /data/loads/{load} = view
            POST /data/upload = import
            POST /data/load = import
            POST /data/loads/{load}/undo = import
            GET /goals = view
            POST /goals = decide
            POST /goals/lint = view
            POST /goals/add = decide
            POST /goals/replace = decide
            POST /goals/retire = decide
            GET /review = view
            POST /review = decide
            GET /share = decide
            POST /share = decide
            POST /share/end = decide
            """;

    private static final String SERVER = """
            GET /assets/ukur.css = open
            GET /assets/icon.svg = open
            GET /assets/ukur.js = open
            GET /assets/chart.js = open
            GET /assets/brush.js = open
            GET /account/sign-in = open
            POST /account/sign-in = open
            GET /account/join/{code} = open
            POST /account/join/{code} = open
            GET /s/{code} = open
            GET /account/provider = open
            GET /account/provider/return = open
            GET /account/me = signed-in
            POST /account/tokens = signed-in
            POST /account/tokens/end = signed-in
            GET /account/users = manage
            POST /account/users/invite = manage
            POST /account/users/role = manage
            POST /account/users/remove = manage
            GET /account/audit = manage
            GET / = signed-in
            GET /account/all = signed-in
            GET /account/clients.css = signed-in
            GET /health = open
            GET /metrics = view
            POST /account/sign-out = signed-in
            """;

    private static final Path DOCUMENT = Path.of("docs", "access-matrix.md");

    @TempDir
    static Path folder;

    private static LoopbackProvider provider;
    private static Guests guests;
    private static Map<String, Asker> askers;

    /** Who asks: roles by workspace, the rights they have at most, and the only page they may see. */
    private record Asker(Guests.Browser browser, Map<String, Role> roles, Set<Right> scopes, String onlyPage) {

        boolean may(Right right, String workspace, String page) {
            if (right == Right.OPEN) {
                return true;
            }
            if (right == Right.SIGNED_IN) {
                return !browser.formToken().isEmpty();
            }
            Role role = roles.getOrDefault(workspace, roles.get("*"));
            return role != null
                    && rights(role).contains(right)
                    && scopes.contains(right)
                    && (onlyPage.isEmpty() || onlyPage.equals(page) || page.startsWith("GET /appearance/"));
        }

        /** Written out here once more, so that a role that grew by mistake is found. */
        private static Set<Right> rights(Role role) {
            return switch (role) {
                case VIEWER -> Set.of(Right.VIEW);
                case ANALYST -> Set.of(Right.VIEW, Right.IMPORT, Right.DECIDE);
                case OWNER -> Set.of(Right.VIEW, Right.IMPORT, Right.DECIDE, Right.MANAGE);
            };
        }
    }

    @BeforeAll
    static void open() {
        provider = LoopbackProvider.start();
        guests = Guests.ofTwo(folder, provider);
        Map<String, Grants> people = new TreeMap<>(Map.of(
                "viewer", Grants.of("toko", Role.VIEWER),
                "analyst", Grants.of("toko", Role.ANALYST),
                "owner", Grants.of("toko", Role.OWNER),
                "boss", Grants.of(Grants.EVERYWHERE, Role.OWNER)));
        people.forEach((name, grants) -> guests.users.add(name, grants, Guests.PASSWORD));
        Set<Right> all = EnumSet.allOf(Right.class);
        askers = new LinkedHashMap<>();
        askers.put("nobody", new Asker(guests.nobody(), Map.of(), Set.of(), ""));
        askers.put(
                "viewer",
                new Asker(guests.signedIn("viewer"), people.get("viewer").roles(), all, ""));
        askers.put(
                "analyst",
                new Asker(guests.signedIn("analyst"), people.get("analyst").roles(), all, ""));
        askers.put(
                "owner", new Asker(guests.signedIn("owner"), people.get("owner").roles(), all, ""));
        askers.put("boss", new Asker(guests.signedIn("boss"), people.get("boss").roles(), all, ""));
        Passes passes = guests.users.passes();
        Set<Right> scopes = Set.of(Right.VIEW, Right.IMPORT);
        String token = passes.token("owner", new Passes.Wanted("t", scopes, Duration.ofDays(9)), "owner");
        askers.put(
                "token", new Asker(guests.withToken(token), people.get("owner").roles(), scopes, ""));
        String link = passes.link("toko", "/", "owner", Duration.ofDays(9));
        askers.put("link", new Asker(guests.withLink(link), Map.of("toko", Role.VIEWER), Set.of(Right.VIEW), "GET /"));
    }

    @AfterAll
    static void close() {
        guests.close();
        provider.close();
    }

    @Test
    void every_way_in_is_written_down_with_its_right() {
        Premises premises = Premises.of(Map.of());
        Outside outside = Outside.NONE;
        SignInDesk desk = new SignInDesk(guests.users, outside, Optional.empty(), guests.clock);
        SignInPages signIn = new SignInPages(desk, premises, Clock.systemUTC(), "test");
        Ways ways = Ways.of(premises, "test")
                .with(signIn, new UserPages(desk, premises, outside, "test"))
                .with(new ProviderPages(desk, signIn, provider.known(guests.clock), outside, guests.clock));
        assertThat(declared(ways.ofWorkspace())).isEqualTo(ofWorkspace());
        Map<String, Right> server = new TreeMap<>(rights(SERVER));
        server.remove("GET /metrics"); // the desk's own
        assertThat(declared(ways.ofServer())).isEqualTo(server);
    }

    @Test
    void nobody_comes_further_than_their_right() throws Exception {
        List<String> table = new ArrayList<>();
        table.add("| way in | right | " + String.join(" | ", askers.keySet()) + " |");
        table.add("| --- | --- |" + " --- |".repeat(askers.size()));
        for (String workspace : List.of("toko", "kopi")) {
            ofWorkspace().forEach((way, right) -> table.add(row(way, right, workspace)));
        }
        new TreeMap<>(rights(SERVER)).forEach((way, right) -> {
            if (!way.endsWith("sign-out")) {
                table.add(row(way, right, ""));
            }
        });
        table.add(row("POST /account/sign-out", Right.SIGNED_IN, "")); // the last one, since it ends what is asked with
        String document = """
                # Who comes how far

                Made by `AccessMatrixTest`, which asks every way in of a server with the workspaces `toko` and `kopi`: `viewer`,
                `analyst` and `owner` have that role on `toko` alone, `boss` is owner everywhere, `token` is a token of `owner`
                with the scopes `view` and `import`, `link` shows the scorecard of `toko`. Renew it with `-Dgolden.update`.

                """ + String.join("\n", table) + "\n";
        if (System.getProperty("golden.update") != null) {
            Files.writeString(DOCUMENT, document);
        }
        assertThat(Files.readString(DOCUMENT, StandardCharsets.UTF_8)).isEqualTo(document);
    }

    @Test
    void the_page_of_all_workspaces_and_the_pages_of_each_lead_only_where_their_reader_may_go() {
        Guests.Browser boss = guests.signedIn("boss");
        assertThat(guests.signedIn("viewer").get("/account/all").body())
                .contains("/w/toko/")
                .doesNotContain("/w/kopi");
        assertThat(boss.get("/account/all").body()).contains("href=\"/w/toko/\"", "href=\"/w/kopi/\"");
        String page = boss.get("/w/kopi/data").body();
        assertThat(page)
                .contains("action=\"/w/kopi/data/upload\"", "href=\"/w/kopi/acquisition\"", "href=\"/assets/ukur.css\"")
                .contains("href=\"/account/users\"", "href=\"/account/all\"")
                .doesNotContainPattern("(href|action)=\"/(?!w/kopi/|assets/|account/)");
        HttpResponse<String> undone = boss.get("/w/kopi/share?page=%2Fw%2Ftoko%2F");
        assertThat(undone.statusCode()).isEqualTo(200);
    }

    @Test
    void a_workspace_one_may_not_see_answers_like_one_that_is_not_there() {
        Guests.Browser boss = guests.signedIn("boss");
        Guests.Browser viewer = guests.signedIn("viewer");
        for (String path : List.of("/", "/data", "/api/v1/workspace")) {
            HttpResponse<String> other = viewer.get("/w/kopi" + path);
            HttpResponse<String> none = viewer.get("/w/nope" + path);
            assertThat(other.statusCode()).isEqualTo(404).isEqualTo(none.statusCode());
            assertThat(other.body().replace("kopi", "nope")).isEqualTo(none.body());
        }
        assertThat(boss.get("/w/nope/data").statusCode()).isEqualTo(404);
        assertThat(guests.nobody().get("/w/nope/data").statusCode()).isEqualTo(401);
    }

    /** Asks one way as everybody, and fails where the answer is not the one that is due. */
    private static String row(String way, Right right, String workspace) {
        StringBuilder row = new StringBuilder();
        String base = workspace.isEmpty() ? "" : "/w/" + workspace;
        String shown = way.replaceFirst(" ", " " + base);
        row.append("| ").append(shown).append(" | ").append(right.word()).append(" |");
        askers.forEach((name, asker) -> {
            boolean may = asker.may(right, workspace.isEmpty() ? "*" : workspace, way);
            // a form needs the token of a page, which programs have not
            boolean form = way.startsWith("POST") && !way.contains("/api/");
            boolean formless =
                    form && right != Right.OPEN && asker.browser().formToken().isEmpty();
            boolean in = may && !formless;
            assertThat(isIn(ask(asker.browser(), shown)))
                    .as(name + ": " + shown)
                    .isEqualTo(in);
            row.append(in ? " yes |" : " - |");
        });
        return row.toString();
    }

    private static HttpResponse<String> ask(Guests.Browser browser, String way) {
        String path = way.substring(way.indexOf(' ') + 1)
                .replace("{goal}", "x")
                .replace("{load}", "1")
                .replace("{metric}", "cac")
                .replace("{code}", "x");
        return way.startsWith("GET") ? browser.get(path) : browser.post(path, Map.of());
    }

    /** Whether the way was open: what came then, an answer or a problem with the question, does not matter. */
    private static boolean isIn(HttpResponse<String> reply) {
        boolean kept = reply.body()
                .matches(
                        "(?s).*urn:ukur:problem:web-(sign-in|not-allowed|no-page|token|call|origin|host|too-often)\".*");
        boolean shown = reply.statusCode() == 303
                && reply.headers().firstValue("Location").orElse("").contains("?to=");
        assertThat(reply.statusCode()).isLessThan(500);
        return !kept && !shown;
    }

    private static Map<String, Right> declared(List<Route> routes) {
        Map<String, Right> declared = new TreeMap<>();
        routes.forEach(route -> declared.put(route.method() + " " + route.path(), route.right()));
        return declared;
    }

    /** Pages and API of a workspace. */
    private static Map<String, Right> ofWorkspace() {
        Map<String, Right> all = new TreeMap<>(rights(PAGES));
        document()
                .forEach((path, methods) -> methods.forEach((method, operation) -> {
                    if (path.startsWith("/api/")) {
                        String scope = String.valueOf(((List<?>) ((Map<?, ?>)
                                                ((List<?>) ((Map<?, ?>) operation).get("security")).get(0))
                                        .get("token"))
                                .get(0));
                        all.put(
                                method.toUpperCase(java.util.Locale.ROOT) + " " + path,
                                Right.scope(scope).orElseThrow());
                    }
                }));
        return all;
    }

    private static Map<String, Right> rights(String table) {
        Map<String, Right> rights = new TreeMap<>();
        table.lines().forEach(line -> {
            String[] parts = line.split(" = ");
            rights.put(
                    parts[0],
                    Right.valueOf(parts[1].toUpperCase(java.util.Locale.ROOT).replace('-', '_')));
        });
        return rights;
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Map<String, Object>> document() {
        String text = new String(Assets.read("openapi.yaml"), StandardCharsets.UTF_8);
        Map<String, Object> document =
                (Map<String, Object>) new Load(LoadSettings.builder().build()).loadFromString(text);
        return (Map<String, Map<String, Object>>) document.get("paths");
    }
}
