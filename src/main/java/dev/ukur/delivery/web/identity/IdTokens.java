package dev.ukur.delivery.web.identity;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSVerifier;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.KeyType;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import dev.ukur.model.ServerSettings.ProviderSettings;
import dev.ukur.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Tokens that say who somebody is, checked as OpenID Connect Core 1.0, 3.1.3.7, asks: signature by a key of the provider, issuer,
 * audience, time and nonce.
 */
final class IdTokens {

    /** The kind of key follows from the algorithm, so that no token chooses how it is checked. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.ES256);

    private static final int LEAST_RSA_BITS = 2048;
    /** Clocks differ. */
    private static final Duration SKEW = Duration.ofMinutes(1);

    private final ProviderSettings settings;
    private final Supplier<String> source;
    private final Clock clock;
    private @Nullable JWKSet keys;

    /**
     * Tokens of a provider.
     *
     * @param source its keys as they are now
     */
    IdTokens(ProviderSettings settings, Supplier<String> source, Clock clock) {
        this.settings = settings;
        this.source = source;
        this.clock = clock;
    }

    /**
     * What a token says.
     *
     * @throws ProblemException with the first thing that is wrong
     */
    JWTClaimsSet verified(String token, String nonce) {
        try {
            SignedJWT signed = SignedJWT.parse(requireAlgorithm(token));
            if (!ALGORITHMS.contains(signed.getHeader().getAlgorithm())) {
                throw refused("oidc-algorithm");
            }
            requireSignature(signed);
            JWTClaimsSet claims = signed.getJWTClaimsSet();
            requireClaims(claims, nonce);
            return claims;
        } catch (ParseException | JOSEException e) {
            throw refused("oidc-token");
        }
    }

    /** A token that says it needs no signature is told from one that cannot be read. */
    private String requireAlgorithm(String token) throws ParseException {
        int end = token.indexOf('.');
        String header =
                new String(new Base64URL(end < 0 ? "" : token.substring(0, end)).decode(), StandardCharsets.UTF_8);
        Object algorithm = JSONObjectUtils.parse(header).get("alg");
        if (ALGORITHMS.stream().noneMatch(known -> known.getName().equals(algorithm))) {
            throw refused("oidc-algorithm");
        }
        return token;
    }

    private void requireSignature(SignedJWT signed) throws JOSEException, ParseException {
        JWSHeader header = signed.getHeader();
        List<JWK> known = matching(header, keys());
        if (known.isEmpty()) {
            known = matching(header, fetched()); // a provider changes its keys from time to time
        }
        for (JWK key : known) {
            if (signed.verify(verifier(key))) {
                return;
            }
        }
        throw refused("oidc-signature");
    }

    private static List<JWK> matching(JWSHeader header, JWKSet keys) {
        boolean rsa = header.getAlgorithm().equals(JWSAlgorithm.RS256);
        JWKMatcher.Builder wanted = new JWKMatcher.Builder()
                .keyType(rsa ? KeyType.RSA : KeyType.EC)
                .keyUses(KeyUse.SIGNATURE, null)
                .algorithms(header.getAlgorithm(), null)
                .privateOnly(false);
        JWKMatcher matcher = rsa
                ? wanted.minKeySize(LEAST_RSA_BITS).build()
                : wanted.curve(Curve.P_256).build();
        return new JWKSelector(matcher)
                .select(keys).stream()
                        .filter(key ->
                                header.getKeyID() == null || header.getKeyID().equals(key.getKeyID()))
                        .toList();
    }

    private static JWSVerifier verifier(JWK key) throws JOSEException {
        return key instanceof RSAKey rsa ? new RSASSAVerifier(rsa) : new ECDSAVerifier((ECKey) key);
    }

    private synchronized JWKSet keys() throws ParseException {
        JWKSet known = keys;
        return known == null ? fetched() : known;
    }

    private synchronized JWKSet fetched() throws ParseException {
        JWKSet now = JWKSet.parse(source.get());
        keys = now;
        return now;
    }

    private void requireClaims(JWTClaimsSet claims, String nonce) throws ParseException {
        if (!settings.issuer().equals(claims.getIssuer())) {
            throw refused("oidc-issuer");
        }
        String party = claims.getStringClaim("azp");
        boolean ours = claims.getAudience().contains(settings.clientId())
                && (party == null ? claims.getAudience().size() == 1 : party.equals(settings.clientId()));
        if (!ours) {
            throw refused("oidc-audience");
        }
        Instant now = clock.instant();
        if (!isAfter(claims.getExpirationTime(), now.minus(SKEW)) || isAfter(claims.getIssueTime(), now.plus(SKEW))) {
            throw refused("oidc-expired");
        }
        String told = String.valueOf(claims.getStringClaim("nonce"));
        if (!MessageDigest.isEqual(told.getBytes(StandardCharsets.UTF_8), nonce.getBytes(StandardCharsets.UTF_8))) {
            throw refused("oidc-nonce");
        }
    }

    private static boolean isAfter(@Nullable Date moment, Instant other) {
        return moment != null && moment.toInstant().isAfter(other);
    }

    private ProblemException refused(String code) {
        return Refused.because(code, settings.name());
    }
}
