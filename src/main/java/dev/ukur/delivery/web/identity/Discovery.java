package dev.ukur.delivery.web.identity;

import dev.ukur.model.ServerSettings.ProviderSettings;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a provider is asked (OpenID Connect Discovery 1.0).
 *
 * @param authorization the page on which people say who they are
 * @param token where a code becomes a token
 * @param keys with which tokens are signed
 * @param userinfo what else is known of a person
 * @param takesBasic whether a client shows its secret in a header, else in the form
 */
record Discovery(URI authorization, URI token, URI keys, Optional<URI> userinfo, boolean takesBasic) {

    private static final String WELL_KNOWN = "/.well-known/openid-configuration";
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "[::1]");

    /** Asks the provider; it must call itself as the settings do. */
    static Discovery of(ProviderSettings settings, Calls calls) {
        String issuer = settings.issuer();
        String base = issuer.endsWith("/") ? issuer.substring(0, issuer.length() - 1) : issuer;
        Map<String, Object> told = calls.json(URI.create(base + WELL_KNOWN));
        if (!issuer.equals(told.get("issuer"))) {
            throw Refused.because("oidc-discovery", settings.name());
        }
        Object methods = told.get("token_endpoint_auth_methods_supported");
        return new Discovery(
                required(told, "authorization_endpoint", settings),
                required(told, "token_endpoint", settings),
                required(told, "jwks_uri", settings),
                address(told.get("userinfo_endpoint")),
                !(methods instanceof List<?> list) || list.contains("client_secret_basic"));
    }

    private static URI required(Map<String, Object> told, String name, ProviderSettings settings) {
        return address(told.get(name)).orElseThrow(() -> Refused.because("oidc-discovery", settings.name()));
    }

    /** Encrypted, or on this machine. */
    private static Optional<URI> address(@Nullable Object value) {
        if (!(value instanceof String text)) {
            return Optional.empty();
        }
        try {
            URI address = new URI(text);
            String host = String.valueOf(address.getHost());
            boolean safe = "https".equals(address.getScheme()) && address.getHost() != null
                    || "http".equals(address.getScheme()) && LOOPBACK.contains(host);
            return safe ? Optional.of(address) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
