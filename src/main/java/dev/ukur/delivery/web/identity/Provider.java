package dev.ukur.delivery.web.identity;

import com.nimbusds.jwt.JWTClaimsSet;
import dev.ukur.delivery.access.Departures.Departure;
import dev.ukur.model.ServerSettings.ProviderSettings;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** An OpenID Connect provider, asked by authorization code with PKCE. Where it is found is asked anew each hour. */
public final class Provider {

    private static final Duration KNOWN_FOR = Duration.ofHours(1);

    private final ProviderSettings settings;
    private final Calls calls;
    private final Optional<String> secret;
    private final Clock clock;
    private @Nullable Known known;

    private record Known(Discovery discovery, IdTokens tokens, Instant since) {}

    /**
     * A provider that nobody has asked yet.
     *
     * @param secret of this server there, when it has one
     */
    public Provider(ProviderSettings settings, Optional<String> secret, Clock clock) {
        this.settings = settings;
        this.secret = secret;
        this.clock = clock;
        this.calls = new Calls(settings.name());
    }

    /** What it says of itself and of whom it lets in. */
    public ProviderSettings settings() {
        return settings;
    }

    /**
     * Where somebody says who they are.
     *
     * @param back the address of this server to come back to
     * @throws dev.ukur.problem.ProblemException with {@code oidc-down} or {@code oidc-discovery}
     */
    public String address(Departure departure, String back) {
        Map<String, String> question = new LinkedHashMap<>();
        question.put("response_type", "code");
        question.put("client_id", settings.clientId());
        question.put("redirect_uri", back);
        question.put("scope", "openid email");
        question.put("state", departure.state());
        question.put("nonce", departure.nonce());
        question.put("code_challenge", challenge(departure.verifier()));
        question.put("code_challenge_method", "S256");
        String page = known().discovery().authorization().toString();
        return page + (page.contains("?") ? "&" : "?") + form(question);
    }

    /**
     * The e-mail address of somebody who has come back.
     *
     * @param code that they brought
     * @param back the address they came back to
     * @return in lower case
     * @throws dev.ukur.problem.ProblemException with {@code oidc-down}, {@code oidc-code}, {@code oidc-token} or what is wrong with
     *     the token: {@code oidc-algorithm}, {@code oidc-signature}, {@code oidc-issuer}, {@code oidc-audience},
     *     {@code oidc-expired}, {@code oidc-nonce}, {@code oidc-email}
     */
    public String email(Departure departure, String code, String back) {
        Known now = known();
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("grant_type", "authorization_code");
        sent.put("code", code);
        sent.put("redirect_uri", back);
        sent.put("code_verifier", departure.verifier());
        Map<String, Object> reply =
                calls.exchange(now.discovery(), sent, new Calls.Client(settings.clientId(), secret));
        if (!(reply.get("id_token") instanceof String token)) {
            throw Refused.because("oidc-token", settings.name());
        }
        JWTClaimsSet claims = now.tokens().verified(token, departure.nonce());
        Map<String, Object> told = claims.getClaim("email") == null ? asked(now, reply, claims) : claims.getClaims();
        boolean verified = "true".equals(String.valueOf(told.get("email_verified")));
        if (!verified || !(told.get("email") instanceof String email) || email.indexOf('@') < 1) {
            throw Refused.because("oidc-email", settings.name());
        }
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** Some providers tell the address only to who asks for it; it must be of the same person. */
    private Map<String, Object> asked(Known now, Map<String, Object> reply, JWTClaimsSet claims) {
        if (now.discovery().userinfo().isEmpty() || !(reply.get("access_token") instanceof String access)) {
            return Map.of();
        }
        Map<String, Object> told = calls.userinfo(now.discovery().userinfo().get(), access);
        return claims.getSubject() != null && claims.getSubject().equals(told.get("sub")) ? told : Map.of();
    }

    private synchronized Known known() {
        Known before = known;
        if (before != null && before.since().plus(KNOWN_FOR).isAfter(clock.instant())) {
            return before;
        }
        Discovery discovery = Discovery.of(settings, calls);
        IdTokens tokens = new IdTokens(settings, () -> calls.text(discovery.keys()), clock);
        Known now = new Known(discovery, tokens, clock.instant());
        known = now;
        return now;
    }

    static String form(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** RFC 7636: SHA-256 of the verifier. */
    private static String challenge(String verifier) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
