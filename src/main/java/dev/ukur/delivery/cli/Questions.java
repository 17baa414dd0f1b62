package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/** Answers of a call: from its options, else from the person who is there, else what would do. */
final class Questions {

    private final Call call;

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
        Optional<String> given =
                name.equals("which") ? Optional.empty() : call.arguments().value("--" + name);
        return given.or(() -> asked(name, usual)).map(String::strip).filter(text -> !text.isEmpty());
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

    private static String line(BufferedReader in) {
        try {
            String line = in.readLine();
            return line == null ? "" : line;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
