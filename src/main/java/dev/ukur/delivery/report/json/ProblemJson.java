package dev.ukur.delivery.report.json;

import dev.ukur.i18n.Messages;
import dev.ukur.problem.Problem;
import java.util.Optional;

/** Problems as JSON: as warnings of an answer, and as diagnostics with their place and cure. */
final class ProblemJson {

    private final Messages messages;

    ProblemJson(Messages messages) {
        this.messages = messages;
    }

    /** {@code {"code","message","facts"}}: facts let a script know the KPI or file without reading the sentence. */
    void warning(Json json, Problem problem) {
        json.put("code", problem.code()).put("message", message(problem)).put("facts", problem.facts());
    }

    /** {@code {"code","severity","file","line","column","message","fix"}}. */
    void diagnostic(Json json, Problem problem) {
        json.put("code", problem.code())
                .put("severity", problem.severity().word())
                .put("file", problem.at().file())
                .put("line", known(problem.at().line()))
                .put("column", known(problem.at().column()))
                .put("message", message(problem))
                .put("fix", messages.fix(problem));
    }

    /** The sentence of a problem. */
    String message(Problem problem) {
        return messages.sentence(problem);
    }

    /** Why problems of a code matter, where it needs more words. */
    Optional<String> reason(String code) {
        String key = "explain." + code;
        return messages.knows(key) ? Optional.of(messages.text(key)) : Optional.empty();
    }

    /** A line or column, empty when it is not known. */
    static Optional<Integer> known(int position) {
        return position > 0 ? Optional.of(position) : Optional.empty();
    }
}
