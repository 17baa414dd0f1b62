package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Files under the names the caller of a relayed command gave them: a process has one current folder, and the server's is
 * not the caller's. Paths that were given relative carry a step {@code .} behind the caller's folder, which tells them from
 * absolute ones.
 */
final class CallersNames {

    private final Path here;
    private final String mark;
    private final Map<String, String> given = new LinkedHashMap<>();

    /**
     * Names for a caller.
     *
     * @param folder the caller's current folder, absolute
     */
    CallersNames(Path folder) {
        this.here = folder.resolve(".");
        this.mark = here + folder.getFileSystem().getSeparator();
    }

    /** The caller's folder, to resolve what it gives. */
    Path here() {
        return here;
    }

    /** The path to work with for one that was given, remembered under the name it was given by. */
    Path known(Path path) {
        return known(path, path.toAbsolutePath().normalize());
    }

    /** Remembers the real path behind one that was given. */
    Path known(Path path, Path real) {
        given.put(real.toString(), name(path));
        return real;
    }

    private String name(Path path) {
        String text = path.toString();
        if (text.equals(here.toString())) {
            return "";
        }
        return text.startsWith(mark) ? text.substring(mark.length()) : text;
    }

    /** A file as the caller would have named it. */
    String of(String file) {
        for (Map.Entry<String, String> name : given.entrySet()) {
            if (file.equals(name.getKey())) {
                return name.getValue().isEmpty() ? file : name.getValue();
            }
            if (inside(file, name.getKey())) {
                String rest = file.substring(name.getKey().length());
                return name.getValue().isEmpty() ? rest.substring(1) : name.getValue() + rest;
            }
        }
        return file.startsWith(mark) ? file.substring(mark.length()) : file;
    }

    private static boolean inside(String file, String folder) {
        return file.startsWith(folder)
                && file.length() > folder.length()
                && "/\\!".indexOf(file.charAt(folder.length())) >= 0;
    }

    /** A problem with its file, and the files among its facts, as the caller would have named them. */
    Problem of(Problem problem) {
        Location at = problem.at();
        Map<String, Object> facts = new LinkedHashMap<>();
        problem.facts().forEach((fact, value) -> facts.put(fact, value instanceof String text ? of(text) : value));
        Optional<String> file = at.file().map(this::of);
        return new Problem(problem.code(), problem.severity(), new Location(file, at.line(), at.column()), facts);
    }
}
