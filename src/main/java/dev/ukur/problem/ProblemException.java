package dev.ukur.problem;

import java.util.List;

/** Stops the work because of problems that a person can mend; the caller prints them and exits with 2. */
public final class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient List<Problem> problems;

    public ProblemException(Problem problem) {
        this(List.of(problem));
    }

    public ProblemException(List<Problem> problems) {
        super(problems.toString());
        this.problems = List.copyOf(problems);
    }

    /** The problems, at least one of them an error. */
    public List<Problem> problems() {
        return problems;
    }
}
