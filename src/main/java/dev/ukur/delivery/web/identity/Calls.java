package dev.ukur.delivery.web.identity;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Requests to a provider: short, small, never led elsewhere. */
final class Calls {

    private static final Logger LOG = Logger.getLogger(Calls.class.getName());
    private static final Duration CONNECT = Duration.ofSeconds(5);
    private static final Duration WHOLE = Duration.ofSeconds(10);
    private static final int MOST_BYTES = 1 << 20;
    private static final int OK = 200;
    private static final int SERVER_FAULT = 500;
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final String provider;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(CONNECT)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    /** What this server is at the provider. */
    record Client(String id, Optional<String> secret) {

        String basic() {
            String both = encoded(id) + ":" + encoded(secret.orElse(""));
            return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
        }

        private static String encoded(String text) {
            return URLEncoder.encode(text, StandardCharsets.UTF_8);
        }
    }

    private record Told(int status, String body) {}

    Calls(String provider) {
        this.provider = provider;
    }

    /** What an address says. */
    String text(URI address) {
        Told told = ask(HttpRequest.newBuilder(address));
        if (told.status() != OK) {
            throw down(address + " answered " + told.status(), null);
        }
        return told.body();
    }

    Map<String, Object> json(URI address) {
        return object(text(address));
    }

    /** What is known of whoever an access token is for. */
    Map<String, Object> userinfo(URI address, String accessToken) {
        Told told = ask(HttpRequest.newBuilder(address).header("Authorization", "Bearer " + accessToken));
        return told.status() == OK ? object(told.body()) : Map.of();
    }

    /** Gives a code for tokens. */
    Map<String, Object> exchange(Discovery at, Map<String, String> sent, Client as) {
        Map<String, String> fields = new LinkedHashMap<>(sent);
        HttpRequest.Builder request =
                HttpRequest.newBuilder(at.token()).header("Content-Type", "application/x-www-form-urlencoded");
        if (as.secret().isPresent() && at.takesBasic()) {
            request.header("Authorization", as.basic());
        } else {
            fields.put("client_id", as.id());
            as.secret().ifPresent(secret -> fields.put("client_secret", secret));
        }
        Told told = ask(request.POST(BodyPublishers.ofString(Provider.form(fields))));
        if (told.status() >= SERVER_FAULT) {
            throw down(at.token() + " answered " + told.status(), null);
        }
        if (told.status() != OK) {
            // The answer names a reason such as invalid_client; it holds no secret of ours.
            LOG.log(Level.WARNING, "sign-in by {0}: the code was not taken, status {1}, error {2}", new Object[] {
                provider, told.status(), object(told.body()).get("error")
            });
            throw Refused.because("oidc-code", provider);
        }
        return object(told.body());
    }

    private Told ask(HttpRequest.Builder request) {
        HttpRequest sent =
                request.timeout(WHOLE).header("Accept", "application/json").build();
        try {
            HttpResponse<InputStream> reply = client.send(sent, BodyHandlers.ofInputStream());
            try (InputStream body = reply.body()) {
                byte[] bytes = body.readNBytes(MOST_BYTES + 1);
                if (bytes.length > MOST_BYTES) {
                    throw down(sent.uri() + " sent too much", null);
                }
                return new Told(reply.statusCode(), new String(bytes, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw down(String.valueOf(sent.uri()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw down(String.valueOf(sent.uri()), e);
        }
    }

    private Map<String, Object> object(String body) {
        try {
            return JSON.readValue(body, new TypeReference<Map<String, Object>>() {});
        } catch (JacksonException e) {
            throw Refused.because("oidc-token", provider);
        }
    }

    private RuntimeException down(String what, @Nullable Exception cause) {
        String why = cause == null ? "" : " (" + cause + ")";
        LOG.log(Level.WARNING, "sign-in by {0} is not possible: {1}{2}", new Object[] {provider, what, why});
        return Refused.because("oidc-down", provider);
    }
}
