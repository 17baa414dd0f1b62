package dev.ukur.insights;

/** A question whose answer is more than a number. Its own values say what is asked. */
public interface Analysis {

    /**
     * Answers it. What the data cannot tell is a finding too, with {@link Finding.Verdict#CANNOT_TELL}.
     *
     * @throws dev.ukur.problem.ProblemException when the question itself is wrong, such as an unknown metric
     */
    Finding find(Desk desk);
}
