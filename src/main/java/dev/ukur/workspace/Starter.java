package dev.ukur.workspace;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The commented files a new workspace begins with. */
public final class Starter {

    private static final String RESOURCES = "/dev/ukur/workspace/starter/";
    private static final List<String> FILES =
            List.of(WorkspaceFiles.SETTINGS, WorkspaceFiles.GOALS, WorkspaceFiles.CALENDAR);

    private Starter() {}

    /**
     * Writes them into a folder, which is made if missing. Nothing is ever overwritten.
     *
     * @param language {@code id} or {@code en}, of the comments
     * @throws ProblemException when one of the files is there already, or the folder cannot be written
     */
    public static List<Path> write(Path folder, String language) {
        for (String file : FILES) {
            if (Files.exists(folder.resolve(file))) {
                throw new ProblemException(Problem.error(
                        "workspace-exists", Location.of(folder.resolve(file).toString())));
            }
        }
        List<Path> written = new ArrayList<>();
        try {
            Files.createDirectories(folder);
            for (String file : FILES) {
                String text = DefinitionFiles.builtIn(RESOURCES + language + "/" + file);
                written.add(Files.writeString(folder.resolve(file), text));
            }
        } catch (IOException e) {
            throw new ProblemException(Problem.error("folder-not-writable", Location.of(folder.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
        return written;
    }
}
