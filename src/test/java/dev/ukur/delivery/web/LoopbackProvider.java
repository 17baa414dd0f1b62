package dev.ukur.delivery.web;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.ukur.delivery.web.identity.Provider;
import dev.ukur.model.ServerSettings.Allowed;
import dev.ukur.model.ServerSettings.ProviderSettings;
import java.io.IOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.MessageDigest;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.time.Clock;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import tools.jackson.databind.json.JsonMapper;

/**
 * An OpenID Connect provider of this machine, written with the JDK alone, so that nothing that checks its tokens here has also made
 * them. It knows one person, signs with a key of each kind, and can be told to lie.
 */
final class LoopbackProvider implements AutoCloseable {

    static final String CLIENT = "ukur-of-toko";
    static final String SECRET = "rahasia & + %";
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int EC_BYTES = 32;

    private final HttpServer server;
    private final KeyPair rsa = pair("RSA");
    private final KeyPair ec = pair("EC");
    private final KeyPair stranger = pair("RSA");
    private Map<String, String> asked = Map.of();

    /** What it says of the person who comes next, and how it signs that. */
    private Consumer<Map<String, Object>> lie = claims -> {};

    private String algorithm = "RS256";
    private boolean forges;
    private Map<String, Object> userinfo = Map.of();

    private LoopbackProvider(HttpServer server) {
        this.server = server;
    }

    static LoopbackProvider start() {
        try {
            LoopbackProvider provider =
                    new LoopbackProvider(HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0));
            provider.server.createContext("/", provider::answer);
            provider.server.createContext("/agree", provider::page);
            provider.server.start();
            return provider;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** As a server that knows it would ask it. */
    Provider known(Clock clock) {
        List<Allowed> allowed = List.of(new Allowed("*@kopi.example", "viewer", Optional.of("toko")));
        return new Provider(
                new ProviderSettings("Warung ID", issuer(), CLIENT, Optional.of("X"), allowed),
                Optional.of(SECRET),
                clock);
    }

    /** From now on it says this of whoever comes, with these changes. */
    LoopbackProvider says(Consumer<Map<String, Object>> change) {
        lie = change;
        algorithm = "RS256";
        forges = false;
        userinfo = Map.of();
        return this;
    }

    LoopbackProvider signs(String with) {
        algorithm = with;
        return this;
    }

    /** Signs with a key it does not publish, under the name of one it does. */
    LoopbackProvider forges() {
        forges = true;
        return this;
    }

    LoopbackProvider tells(Map<String, Object> ofWhoAsks) {
        userinfo = ofWhoAsks;
        return this;
    }

    /** A person agrees on its page: the address that their browser is led back to. */
    String agrees(String address) {
        asked = fields(address.substring(address.indexOf('?') + 1));
        return asked.get("redirect_uri") + "?code=c0de&state=" + asked.get("state");
    }

    /** What the server asked with when it sent somebody here. */
    Map<String, String> asked() {
        return asked;
    }

    /** The page on which a person agrees, for a browser. */
    private void page(HttpExchange exchange) throws IOException {
        String back = agrees(exchange.getRequestURI().toString());
        byte[] body = ("<!doctype html><title>Warung ID</title><a href=\"" + back.replace("&", "&amp;")
                        + "\">Setuju</a>")
                .getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html; charset=utf-8");
        exchange.sendResponseHeaders(200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        Map<String, Object> reply = switch (path) {
            case "/.well-known/openid-configuration" ->
                Map.of(
                        "issuer", issuer(),
                        "authorization_endpoint", issuer() + "/agree",
                        "token_endpoint", issuer() + "/token",
                        "userinfo_endpoint", issuer() + "/me",
                        "jwks_uri", issuer() + "/keys");
            case "/keys" -> Map.of("keys", List.of(rsaKey(), ecKey()));
            case "/token" -> token(exchange);
            case "/me" -> userinfo;
            default -> Map.of();
        };
        byte[] body = JSON.writeValueAsBytes(reply);
        exchange.sendResponseHeaders(reply.containsKey("error") ? 400 : 200, body.length);
        try (exchange) {
            exchange.getResponseBody().write(body);
        }
    }

    /** Refuses what RFC 6749 and RFC 7636 refuse: a wrong secret, code, address or verifier. */
    private Map<String, Object> token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = fields(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        String basic = new String(
                Base64.getDecoder()
                        .decode(exchange.getRequestHeaders()
                                .getFirst("Authorization")
                                .substring("Basic ".length())),
                StandardCharsets.UTF_8);
        String[] client = basic.split(":", 2);
        boolean known = client[0].equals(CLIENT)
                && URLDecoder.decode(client[1], StandardCharsets.UTF_8).equals(SECRET);
        boolean proven = base64(digest(sent.getOrDefault("code_verifier", ""))).equals(asked.get("code_challenge"));
        boolean due =
                "c0de".equals(sent.get("code")) && asked.get("redirect_uri").equals(sent.get("redirect_uri"));
        return known && proven && due
                ? Map.of("id_token", signed(), "access_token", "akses", "token_type", "Bearer")
                : Map.of("error", "invalid_grant");
    }

    private String signed() {
        long now = Guests.NOW.getEpochSecond();
        Map<String, Object> claims = new LinkedHashMap<>();
        claims.put("iss", issuer());
        claims.put("sub", "42");
        claims.put("aud", CLIENT);
        claims.put("iat", now);
        claims.put("exp", now + 3600);
        claims.put("nonce", asked.get("nonce"));
        claims.put("email", "Sari@Toko.id");
        claims.put("email_verified", true);
        lie.accept(claims);
        Map<String, Object> header =
                Map.of("alg", algorithm, "typ", "JWT", "kid", algorithm.equals("ES256") ? "e" : "r");
        String said = base64(JSON.writeValueAsBytes(header)) + "." + base64(JSON.writeValueAsBytes(claims));
        return said + "." + base64(signature(said.getBytes(StandardCharsets.US_ASCII)));
    }

    private byte[] signature(byte[] said) {
        try {
            switch (algorithm) {
                case "none":
                    return new byte[0];
                case "HS256": // the public key taken for a secret
                    javax.crypto.Mac mac = javax.crypto.Mac.getInstance("HmacSHA256");
                    mac.init(new javax.crypto.spec.SecretKeySpec(rsa.getPublic().getEncoded(), "HmacSHA256"));
                    return mac.doFinal(said);
                case "ES256":
                    return sign("SHA256withECDSAinP1363Format", ec, said);
                default:
                    return sign("SHA256withRSA", forges ? stranger : rsa, said);
            }
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] sign(String algorithm, KeyPair pair, byte[] said) throws GeneralSecurityException {
        Signature signature = Signature.getInstance(algorithm);
        signature.initSign(pair.getPrivate());
        signature.update(said);
        return signature.sign();
    }

    private Map<String, Object> rsaKey() {
        RSAPublicKey key = (RSAPublicKey) rsa.getPublic();
        return Map.of(
                "kty", "RSA",
                "use", "sig",
                "kid", "r",
                "n", base64(unsigned(key.getModulus(), key.getModulus().bitLength() / 8)),
                "e", base64(key.getPublicExponent().toByteArray()));
    }

    private Map<String, Object> ecKey() {
        ECPublicKey key = (ECPublicKey) ec.getPublic();
        return Map.of(
                "kty", "EC",
                "crv", "P-256",
                "kid", "e",
                "x", base64(unsigned(key.getW().getAffineX(), EC_BYTES)),
                "y", base64(unsigned(key.getW().getAffineY(), EC_BYTES)));
    }

    /** The last bytes of a number, filled up with zeros. */
    private static byte[] unsigned(BigInteger number, int length) {
        byte[] bytes = number.toByteArray();
        byte[] whole = new byte[length];
        int taken = Math.min(bytes.length, length);
        System.arraycopy(bytes, bytes.length - taken, whole, length - taken, taken);
        return whole;
    }

    private static KeyPair pair(String kind) {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance(kind);
            if (kind.equals("EC")) {
                generator.initialize(new ECGenParameterSpec("secp256r1"));
            } else {
                generator.initialize(2048);
            }
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Map<String, String> fields(String form) {
        Map<String, String> fields = new LinkedHashMap<>();
        Arrays.stream(form.split("&"))
                .map(field -> field.split("=", 2))
                .forEach(field -> fields.put(field[0], URLDecoder.decode(field[1], StandardCharsets.UTF_8)));
        return fields;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
