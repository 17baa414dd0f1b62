package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.Ukur;
import dev.ukur.sources.ImportOptions;
import dev.ukur.twin.Twin;
import dev.ukur.twin.TwinOptions;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

/** A server on a simulated shop, and a client to ask it. */
final class ServedShop implements AutoCloseable {

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T00:00:00Z"), ZoneOffset.UTC);
    private static final TwinOptions SHOP = new TwinOptions(3, 25, 12, LocalDate.of(2026, 11, 22));
    private static final int COMING = 202;
    private static final String BOUNDARY = "----ukur";

    private final HttpClient client =
            HttpClient.newBuilder().followRedirects(HttpClient.Redirect.NEVER).build();
    private final SharedWorkspace workspace;
    private final Server server;

    private ServedShop(SharedWorkspace workspace) {
        this.workspace = workspace;
        this.server = Server.start(workspace, Server.Settings.here(0, "test"));
    }

    /** A year of a small shop, imported and served. */
    static ServedShop open(Path folder) throws IOException {
        new Twin(SHOP).write(folder, month -> {});
        try (Ukur ukur = Ukur.open(folder, CLOCK)) {
            ukur.load(List.of(folder.resolve(Twin.EXPORTS)), ImportOptions.standard());
        }
        return over(folder);
    }

    /** A workspace as it is, served. */
    static ServedShop over(Path folder) {
        return new ServedShop(SharedWorkspace.open(folder, CLOCK));
    }

    Ukur ukur() {
        return workspace.ukur();
    }

    Place place() {
        return new Place("toko", "", Optional.of(new Place.Opened(workspace, Uploads.in(workspace.folder()))));
    }

    String address() {
        return server.address();
    }

    HttpRequest.Builder at(String path) {
        return HttpRequest.newBuilder(URI.create(server.address() + path.substring(1)));
    }

    HttpResponse<String> get(String path) {
        return send(at(path));
    }

    /** Asks again, as a browser does, while a page is being worked on. */
    HttpResponse<String> send(HttpRequest.Builder request) {
        HttpResponse<String> reply = sendOnce(request);
        while (reply.statusCode() == COMING) {
            reply = sendOnce(request);
        }
        return reply;
    }

    HttpResponse<String> sendOnce(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** A file sent as a form of a page or a script would. */
    HttpRequest.Builder upload(String path, String name, String content) {
        String body = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                + "\"\r\nContent-Type: text/csv\r\n\r\n" + content + "\r\n--" + BOUNDARY + "--\r\n";
        return at(path).header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(body, StandardCharsets.UTF_8));
    }

    @Override
    public void close() {
        server.close();
        workspace.close();
    }
}
