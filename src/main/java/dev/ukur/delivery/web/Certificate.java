package dev.ukur.delivery.web;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.Collections;
import org.eclipse.jetty.server.DetectorConnectionFactory;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
import org.eclipse.jetty.util.ssl.SslContextFactory;

/** A certificate and its key, with which a server speaks https without a proxy before it. */
public final class Certificate {

    private final KeyStore keys;
    private final String password;

    private Certificate(KeyStore keys, String password) {
        this.keys = keys;
        this.password = password;
    }

    /**
     * Reads a keystore of the form PKCS12.
     *
     * @throws ProblemException with {@code server-keystore} when the file cannot be read with that password, or {@code
     *     server-keystore-empty} when it holds no key
     */
    public static Certificate read(Path file, String password) {
        try (var bytes = Files.newInputStream(file)) {
            KeyStore keys = KeyStore.getInstance("PKCS12");
            keys.load(bytes, password.toCharArray());
            for (String alias : Collections.list(keys.aliases())) {
                if (keys.isKeyEntry(alias)) {
                    return new Certificate(keys, password);
                }
            }
        } catch (IOException | GeneralSecurityException e) {
            throw refused("server-keystore", file);
        }
        throw refused("server-keystore-empty", file);
    }

    private static ProblemException refused(String code, Path file) {
        return new ProblemException(
                Problem.error(code, Location.nowhere()).with("file", String.valueOf(file.getFileName())));
    }

    /** Listens for https; what comes to the same port in the clear is heard too, only to be led to https. */
    ServerConnector connector(
            org.eclipse.jetty.server.Server server, HttpConfiguration plain, Server.Settings settings) {
        SslContextFactory.Server context = new SslContextFactory.Server();
        context.setKeyStore(keys);
        context.setKeyStorePassword(password);
        HttpConfiguration secure = new HttpConfiguration(plain);
        secure.addCustomizer(new SecureRequestCustomizer(false)); // people also ask by the machine's number
        HttpConnectionFactory http = new HttpConnectionFactory(secure);
        DetectorConnectionFactory either =
                new DetectorConnectionFactory(new SslConnectionFactory(context, http.getProtocol()));
        ServerConnector connector = new ServerConnector(server, either, http);
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        return connector;
    }
}
