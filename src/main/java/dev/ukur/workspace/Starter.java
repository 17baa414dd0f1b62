package dev.ukur.workspace;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files of a new workspace: commented settings, goals and calendar in the user's language, and the schemas that give
 * editors completion for them. Writes nothing itself.
 */
public final class Starter {

    /** Where the schemas lie in a workspace; the first line of each starter file names its own. */
    private static final String SCHEMAS = ".ukur/schema/";

    private static final List<String> FILES =
            List.of(WorkspaceFiles.SETTINGS, WorkspaceFiles.GOALS, WorkspaceFiles.CALENDAR);

    private Starter() {}

    /**
     * The content of each file by its path inside the workspace, in the order to show them.
     *
     * @param name of the client or shop
     * @param language {@code id} or {@code en}
     */
    public static Map<String, String> files(String name, String language) {
        Map<String, String> files = new LinkedHashMap<>();
        for (String file : FILES) {
            files.put(file, text("starter/" + language + "/" + file).replace("{name}", quoted(name)));
        }
        files.put(".gitignore", ".ukur/\n");
        for (String file : FILES) {
            String schema = file.replace(".yaml", ".schema.json");
            files.put(SCHEMAS + schema, text("schema/" + schema));
        }
        return files;
    }

    /** A YAML text in double quotes. */
    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String text(String resource) {
        return DefinitionFiles.builtIn("/dev/ukur/workspace/" + resource);
    }
}
