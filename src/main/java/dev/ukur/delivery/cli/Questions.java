package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** Answers of a call: from its options, else from the person who is there, else what would do. */
final class Questions {

    /** Questions that no option answers. */
    private static final Set<String> ONLY_ASKED = Set.of("which");

    private final Call call;
    private boolean ended;

    Questions(Call call) {
        this.call = call;
    }

    /**
     * An answer that may be left out.
     *
     * @param name of the question, and of the option that answers it
     * @param usual what an empty answer means; empty for none
     */
    Optional<String> answer(String name, String usual) {
        return given(name).or(() -> asked(name, usual)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /**
     * An answer that is looked at; what a person types is asked for again until it will do, or nothing more is typed.
     *
     * @param look gives what the answer means
     * @throws ProblemException as {@code look} throws it when nobody can be asked again
     */
    <T> T checked(String name, String usual, Function<Optional<String>, T> look) {
        while (true) {
            try {
                return look.apply(answer(name, usual));
            } catch (ProblemException e) {
                if (call.in().isEmpty() || given(name).isPresent() || ended) {
                    throw e;
                }
                call.tell(e.problems());
            }
        }
    }

    /** The answer of an option. */
    Optional<String> given(String name) {
        return ONLY_ASKED.contains(name) ? Optional.empty() : call.arguments().value("--" + name);
    }

    /**
     * An answer that must be there.
     *
     * @throws ProblemException with {@code goals-answer-missing} when nobody gives it
     */
    String need(String name) {
        return answer(name, "")
                .orElseThrow(() -> new ProblemException(Problem.error("goals-answer-missing", Location.nowhere())
                        .with("option", "--" + name)));
    }

    private Optional<String> asked(String name, String usual) {
        if (call.in().isEmpty()) {
            return Optional.of(usual);
        }
        String hint = usual.isEmpty() ? "" : " [" + usual + "]";
        call.ask(call.say().text("goals.ask." + name) + hint + " ");
        return Optional.of(line(call.in().get())).map(text -> text.isBlank() ? usual : text);
    }

    private String line(BufferedReader in) {
        try {
            String line = in.readLine();
            ended = line == null;
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
