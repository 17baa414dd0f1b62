package dev.ukur.workspace;

import dev.ukur.model.GoalDraft;
import dev.ukur.model.Strategy;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * The goals of a workspace as a file that is changed by the program. A change that would make the file wrong is not
 * written; one that is written replaces the file at once.
 */
public final class GoalsFile {

    private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

    private final Path file;

    /** @param folder of the workspace */
    public GoalsFile(Path folder) {
        this.file = folder.resolve(WorkspaceFiles.GOALS);
    }

    /**
     * Writes one more goal.
     *
     * @throws ProblemException when there is a goal of this name, or the file would be wrong; nothing is written then
     */
    public void add(GoalDraft draft) {
        if (!draft.name().matches(NAME)) {
            throw new ProblemException(
                    Problem.error("goal-name-form", Location.nowhere()).with("name", draft.name()));
        }
        change(editor -> editor.add(draft));
    }

    /**
     * Gives a goal another KPI; the one before stays in the file as a comment.
     *
     * @param note stands above the comment
     */
    public void replaceKpi(String goal, GoalDraft.KpiDraft kpi, String note) {
        change(editor -> editor.replaceKpi(goal, kpi, note));
    }

    /**
     * Takes a goal out; it stays in the file as a comment.
     *
     * @param note stands above the comment
     */
    public void retire(String goal, String note) {
        change(editor -> editor.retire(goal, note));
    }

    /** The file as it is written; empty when there is none. */
    public String text() {
        try {
            return Files.exists(file) ? Files.readString(file) : "";
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    /** What a text in place of the file's would say; what is wrong with it is added to the problems. */
    public Strategy strategy(String text, Problems problems) {
        return YamlFile.read(file.toString(), text, problems)
                .map(GoalsReader::read)
                .orElseGet(() -> new Strategy(List.of(), List.of(), List.of()));
    }

    /**
     * Writes a text that somebody edited in place of the one that he saw.
     *
     * @throws ProblemException with {@code goals-changed-meanwhile} when the file says something else by now; with its
     *     errors when it has any that the file did not have; nothing is written then
     */
    public void write(String seen, String text) {
        if (!lines(text()).equals(lines(seen))) {
            throw new ProblemException(Problem.error("goals-changed-meanwhile", Location.of(file.toString())));
        }
        change(editor -> String.join("\n", lines(text)) + "\n");
    }

    /** Browsers end lines their own way. */
    private static List<String> lines(String text) {
        return text.lines().map(String::stripTrailing).toList();
    }

    private void change(Function<GoalsEditor, String> edit) {
        try {
            String before = text();
            String after = edit.apply(new GoalsEditor(file.toString(), before));
            refuseNewErrors(before, after);
            replace(after);
        } catch (IOException e) {
            throw unreachable(e);
        }
    }

    private ProblemException unreachable(IOException e) {
        return new ProblemException(Problem.error("folder-not-writable", Location.of(file.toString()))
                .with("detail", String.valueOf(e.getMessage())));
    }

    /** The new file may be read by whoever could read the old one; a link still leads to it. */
    private void replace(String text) throws IOException {
        Path place = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        Path beside = place.resolveSibling(place.getFileName() + ".new");
        try {
            Files.deleteIfExists(beside);
            if (Files.exists(place)) {
                Files.copy(place, beside, StandardCopyOption.COPY_ATTRIBUTES);
            }
            Files.writeString(beside, text);
            Files.move(beside, place, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(beside);
        }
    }

    /** A file that was wrong before may be changed, as long as it does not become more wrong. */
    private void refuseNewErrors(String before, String after) {
        List<String> known =
                new ArrayList<>(errors(before).stream().map(Problem::code).toList());
        List<Problem> fresh = new ArrayList<>();
        for (Problem problem : errors(after)) {
            if (!known.remove(problem.code())) {
                fresh.add(problem);
            }
        }
        if (!fresh.isEmpty()) {
            throw new ProblemException(fresh);
        }
    }

    private List<Problem> errors(String text) {
        Problems problems = new Problems();
        strategy(text, problems);
        return problems.list().stream().filter(Problem::isError).toList();
    }
}
