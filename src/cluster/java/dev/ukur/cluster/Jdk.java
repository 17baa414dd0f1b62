package dev.ukur.cluster;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds a JDK that the engine's servers run on; Ukur itself needs none newer than 17. */
final class Jdk {

    static final int LEAST = 25;

    private static final Pattern VERSION = Pattern.compile("JAVA_VERSION=\"([0-9]+)");

    private Jdk() {}

    /** The one that {@code UKUR_JDK25_HOME} or {@code JAVA25_HOME} names, else one in a usual place. */
    static Optional<Path> find() {
        List<Path> places = new ArrayList<>();
        for (String variable : List.of("UKUR_JDK25_HOME", "JAVA25_HOME", "JAVA_HOME")) {
            Optional.ofNullable(System.getenv(variable)).map(Path::of).ifPresent(places::add);
        }
        places.add(Path.of(System.getProperty("java.home")));
        Path own = Path.of(System.getProperty("user.home"));
        List.of(
                        Path.of("/usr/lib/jvm"),
                        Path.of("/opt/java"),
                        own.resolve(".sdkman/candidates/java"),
                        own.resolve(".jdks"))
                .forEach(folder -> places.addAll(folders(folder)));
        folders(Path.of("/Library/Java/JavaVirtualMachines"))
                .forEach(folder -> places.add(folder.resolve("Contents/Home")));
        return places.stream().filter(Jdk::isNewEnough).findFirst();
    }

    private static List<Path> folders(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.sorted().toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    private static boolean isNewEnough(Path home) {
        try {
            Matcher version = VERSION.matcher(Files.readString(home.resolve("release")));
            return version.find() && Integer.parseInt(version.group(1)) >= LEAST;
        } catch (IOException e) {
            return false;
        }
    }
}
