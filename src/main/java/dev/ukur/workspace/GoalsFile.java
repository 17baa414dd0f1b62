package dev.ukur.workspace;

import dev.ukur.model.GoalDraft;
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

    private void change(Function<GoalsEditor, String> edit) {
        try {
            String before = Files.exists(file) ? Files.readString(file) : "";
            String after = edit.apply(new GoalsEditor(file.toString(), before));
            refuseNewErrors(before, after);
            replace(after);
        } catch (IOException e) {
            throw new ProblemException(Problem.error("folder-not-writable", Location.of(file.toString()))
                    .with("detail", String.valueOf(e.getMessage())));
        }
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
        YamlFile.read(file.toString(), text, problems).ifPresent(GoalsReader::read);
        return problems.list().stream().filter(Problem::isError).toList();
    }
}
