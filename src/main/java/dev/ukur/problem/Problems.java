package dev.ukur.problem;

import java.util.ArrayList;
import java.util.List;

/** Gathers problems while reading goes on, so that they are reported together. Not thread-safe. */
public final class Problems {

    private final List<Problem> gathered = new ArrayList<>();

    /** Adds one. */
    public void add(Problem problem) {
        gathered.add(problem);
    }

    /** Adds all. */
    public void addAll(List<Problem> problems) {
        gathered.addAll(problems);
    }

    /** What was gathered so far, in order. */
    public List<Problem> list() {
        return List.copyOf(gathered);
    }

    /** Whether any of them is an error. */
    public boolean hasErrors() {
        return gathered.stream().anyMatch(Problem::isError);
    }

    /**
     * Stops here if any problem is an error.
     *
     * @throws ProblemException with all that was gathered
     */
    public void throwIfErrors() {
        if (hasErrors()) {
            throw new ProblemException(list());
        }
    }
}
