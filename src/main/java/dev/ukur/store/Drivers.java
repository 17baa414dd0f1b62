package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.ServiceLoader;
import java.util.function.Function;
import java.util.stream.Stream;
import org.duckdb.DuckDBDriver;
import org.jspecify.annotations.Nullable;

/** JDBC drivers that users lay into a folder; Ukur ships none but its own engine's. */
final class Drivers {

    private Drivers() {}

    /**
     * A connection by the driver that knows the address. Drivers in the folder come first, then those the program was
     * started with.
     *
     * @param folder with jars; it may be missing
     * @throws ProblemException {@code database-no-driver}
     */
    static Connection connect(Path folder, String url, Properties properties) throws SQLException {
        for (Driver driver : in(folder)) {
            Connection connection = driver.acceptsURL(url) ? driver.connect(url, properties) : null;
            if (connection != null) {
                return connection;
            }
        }
        throw new ProblemException(Problem.error("database-no-driver", Location.nowhere())
                .with("url", url)
                .with("folder", folder.toString()));
    }

    /**
     * A password from the environment.
     *
     * @throws ProblemException {@code database-no-password}
     */
    static String password(String variable, Function<String, @Nullable String> environment) {
        String password = environment.apply(variable);
        if (password == null) {
            throw new ProblemException(
                    Problem.error("database-no-password", Location.nowhere()).with("variable", variable));
        }
        return password;
    }

    private static List<Driver> in(Path folder) {
        ClassLoader loader = new URLClassLoader(jars(folder), Drivers.class.getClassLoader());
        List<Driver> found = new ArrayList<>();
        for (Driver driver : ServiceLoader.load(Driver.class, loader)) {
            if (!(driver instanceof DuckDBDriver)) {
                found.add(driver);
            }
        }
        return found;
    }

    private static URL[] jars(Path folder) {
        if (!Files.isDirectory(folder)) {
            return new URL[0];
        }
        try (Stream<Path> files = Files.list(folder)) {
            List<URL> jars = new ArrayList<>();
            for (Path file : files.filter(each -> each.toString().endsWith(".jar"))
                    .sorted()
                    .toList()) {
                jars.add(file.toUri().toURL());
            }
            return jars.toArray(URL[]::new);
        } catch (MalformedURLException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            return new URL[0];
        }
    }
}
