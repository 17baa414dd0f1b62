package dev.ukur.model;

import java.util.List;
import java.util.Optional;

/**
 * What {@code server.yaml} says of a server where people sign in.
 *
 * @param signIn the provider that tells who somebody is, if there is one
 * @param proxies numbers of the machines that stand before it, besides its own
 * @param tls the certificate with which it speaks https by itself, if there is one
 */
public record ServerSettings(Optional<ProviderSettings> signIn, List<String> proxies, Optional<TlsSettings> tls) {

    public ServerSettings {
        proxies = List.copyOf(proxies);
    }

    /** A server of which nothing is said. */
    public static final ServerSettings NONE = new ServerSettings(Optional.empty(), List.of(), Optional.empty());

    /**
     * A certificate with its key.
     *
     * @param keystore a file of the form PKCS12; beside {@code server.yaml} when its path is not absolute
     * @param passwordFrom name of the environment variable with its password
     */
    public record TlsSettings(String keystore, String passwordFrom) {}

    /**
     * An OpenID Connect provider.
     *
     * @param name as people know it, on the button
     * @param issuer its address, as its tokens name it
     * @param clientId under which this server is registered there
     * @param secretFrom name of the environment variable with the client's secret; empty for a client without one
     * @param allowed who may come in without an invitation
     */
    public record ProviderSettings(
            String name, String issuer, String clientId, Optional<String> secretFrom, List<Allowed> allowed) {

        public ProviderSettings {
            allowed = List.copyOf(allowed);
        }
    }

    /**
     * Somebody, or everybody of a domain, and what they become when they first come in.
     *
     * @param email an address, or {@code *@} and a domain; lower case
     * @param role {@code viewer} or {@code analyst}
     * @param workspace name of its folder; empty for all
     */
    public record Allowed(String email, String role, Optional<String> workspace) {

        /** Whether an address in lower case is meant. */
        public boolean means(String address) {
            return email.startsWith("*@")
                    ? address.endsWith(email.substring(1)) && address.indexOf('@') == address.lastIndexOf('@')
                    : email.equals(address);
        }
    }
}
