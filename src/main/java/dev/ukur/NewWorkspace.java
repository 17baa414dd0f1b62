package dev.ukur;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.workspace.Starter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Writes the starter files of a workspace. Nothing that is there already is overwritten. */
final class NewWorkspace {

    private NewWorkspace() {}

    static List<Path> write(Path folder, String language) {
        String name = Optional.ofNullable(folder.toAbsolutePath().normalize().getFileName())
                .map(Path::toString)
                .orElse("ukur");
        Map<String, String> files = Starter.files(name, language);
        for (String file : files.keySet()) {
            if (file.endsWith(".yaml") && Files.exists(folder.resolve(file))) {
                throw new ProblemException(Problem.error(
                        "workspace-exists", Location.of(folder.resolve(file).toString())));
            }
        }
        List<Path> written = new ArrayList<>();
        try {
            for (Map.Entry<String, String> file : files.entrySet()) {
                Path path = folder.resolve(file.getKey());
                Files.createDirectories(path.toAbsolutePath().getParent());
                Files.writeString(path, file.getValue());
                written.add(path);
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.error("folder-not-writable", Location.of(folder.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
        return written;
    }
}
