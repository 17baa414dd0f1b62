package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.Ukur;
import dev.ukur.delivery.access.MovableClock;
import dev.ukur.delivery.access.Users;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A server where people sign in, on workspaces without data, and browsers that ask it. */
final class Guests implements AutoCloseable {

    static final String PASSWORD = "kopi-tubruk-pagi";
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    /** When the clock begins. */
    static final Instant NOW = MovableClock.standing().instant();

    final MovableClock clock = MovableClock.standing();
    final Users users;
    private final Map<String, SharedWorkspace> workspaces = new LinkedHashMap<>();
    private final Server server;
    /** A page that is being worked on is asked for again, as a browser does. */
    private static final int COMING = 202;

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();

    private Guests(Path folder, List<String> names, Optional<URI> address, Optional<LoopbackProvider> provider) {
        this(folder, names, address, provider, Optional.empty());
    }

    private Guests(
            Path folder,
            List<String> names,
            Optional<URI> address,
            Optional<LoopbackProvider> provider,
            Optional<Certificate> certificate) {
        users = Users.of(folder, clock);
        names.forEach(name -> {
            Ukur.init(folder.resolve(name), "id");
            workspaces.put(name, SharedWorkspace.open(folder.resolve(name), ServedShop.CLOCK));
        });
        Server.People people =
                new Server.People(users, address, Set.of("10.0.0.5"), provider.map(one -> one.known(clock)), clock);
        Server.Settings settings = new Server.Settings("127.0.0.1", 0, "test", Optional.of(people), certificate);
        server = names.size() == 1
                ? Server.start(workspaces.get(names.get(0)), settings)
                : Server.start(workspaces, settings);
    }

    /** One workspace, at the root. */
    static Guests ofOne(Path folder) {
        return new Guests(folder, List.of("toko"), Optional.empty(), Optional.empty());
    }

    /** One workspace, at the root, and a provider that vouches for people. */
    static Guests ofOne(Path folder, LoopbackProvider provider) {
        return new Guests(folder, List.of("toko"), Optional.empty(), Optional.of(provider));
    }

    /** One workspace behind a proxy that speaks https. */
    static Guests behindProxy(Path folder) {
        return new Guests(folder, List.of("toko"), Optional.of(URI.create("https://ukur.example")), Optional.empty());
    }

    /** One workspace on a server that speaks https itself. */
    static Guests ofOne(Path folder, Certificate certificate) {
        return new Guests(folder, List.of("toko"), Optional.empty(), Optional.empty(), Optional.of(certificate));
    }

    /** Two workspaces, each under its name. */
    static Guests ofTwo(Path folder) {
        return new Guests(folder, List.of("toko", "kopi"), Optional.empty(), Optional.empty());
    }

    /** Two workspaces, and a provider that vouches for people. */
    static Guests ofTwo(Path folder, LoopbackProvider provider) {
        return new Guests(folder, List.of("toko", "kopi"), Optional.empty(), Optional.of(provider));
    }

    String address() {
        return server.address();
    }

    /** Somebody who asks: what they send with every request. */
    record Browser(Guests guests, Map<String, String> headers, String formToken) {

        HttpResponse<String> get(String path) {
            return guests.send(with(guests.at(path)));
        }

        HttpResponse<String> post(String path, Map<String, String> fields) {
            Map<String, String> all = new LinkedHashMap<>(fields);
            all.put(Gate.FIELD, formToken);
            return guests.send(with(guests.form(path, all)).header(Gate.HEADER, "1"));
        }

        HttpRequest.Builder with(HttpRequest.Builder request) {
            headers.forEach(request::header);
            return request;
        }
    }

    Browser nobody() {
        return new Browser(this, Map.of(), "");
    }

    Browser signedIn(String name) {
        HttpResponse<String> reply = signIn(name, PASSWORD);
        return withCookie(cookie(reply));
    }

    /** A browser with the cookie of a sign-in, and the token of the forms it is shown. */
    Browser withCookie(String cookie) {
        Browser bare = new Browser(this, Map.of("Cookie", cookie), "");
        Matcher token = TOKEN.matcher(bare.get("/account/me").body());
        return new Browser(this, bare.headers(), token.find() ? token.group(1) : "");
    }

    HttpResponse<String> signIn(String name, String password) {
        return send(form("/account/sign-in", Map.of("name", name, "password", password)));
    }

    Browser withToken(String secret) {
        return new Browser(this, Map.of("Authorization", "Bearer " + secret), "");
    }

    Browser withLink(String code) {
        return new Browser(this, Map.of("Cookie", cookie(send(at("/s/" + code)))), "");
    }

    static String cookie(HttpResponse<String> reply) {
        return reply.headers().allValues("Set-Cookie").stream()
                .filter(cookie -> cookie.contains("HttpOnly"))
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .findFirst()
                .orElse("none=none");
    }

    HttpRequest.Builder at(String path) {
        int port = URI.create(server.address()).getPort();
        URI there = port > 0 ? URI.create(server.address()) : URI.create("http://127.0.0.1:" + server.port() + "/");
        return HttpRequest.newBuilder(there.resolve(path));
    }

    HttpRequest.Builder form(String path, Map<String, String> fields) {
        String body = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return at(path).header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        clock.pass(Duration.ofSeconds(1));
        try {
            HttpResponse<String> reply = client.send(request.build(), BodyHandlers.ofString());
            return reply.statusCode() == COMING ? send(request) : reply;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.close();
        workspaces.values().forEach(SharedWorkspace::close);
    }
}
