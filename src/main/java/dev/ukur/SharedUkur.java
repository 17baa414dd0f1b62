package dev.ukur;

import dev.ukur.model.WorkspaceSettings;
import java.util.function.Function;

/**
 * The front door of a {@link SharedWorkspace}: each question goes to a reader of its own unless its answer is known, each change
 * waits for its turn. Thread-safe.
 */
final class SharedUkur extends ForwardingUkur {

    private final SharedWorkspace workspace;

    SharedUkur(SharedWorkspace workspace) {
        this.workspace = workspace;
    }

    @Override
    public WorkspaceSettings settings() {
        return workspace.settings();
    }

    @Override
    protected <T> T ask(Function<Ukur, T> question) {
        return workspace.ask(question);
    }

    @Override
    protected <T> T know(Object question, Function<Ukur, T> asked) {
        return workspace.know(question, asked);
    }

    @Override
    protected <T> T change(Function<Ukur, T> work) {
        return workspace.change(work);
    }
}
