package dev.ukur.delivery.report.json;

import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Problem;
import java.util.List;
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

    /**
     * A refused request.
     *
     * @param status HTTP status code
     * @param instance the path asked for
     * @param found what is wrong, at least one problem
     */
    record Details(int status, String instance, List<Problem> found) {}

    /** {@code {"type","title","status","detail","instance","problems":[...]}}: the first error leads. */
    void details(Json json, Details details) {
        Problem first = details.found().stream()
                .filter(Problem::isError)
                .findFirst()
                .orElse(details.found().get(0));
        json.put("type", "urn:ukur:problem:" + first.code())
                .put("title", message(first))
                .put("status", details.status())
                .put("detail", messages.fix(first).orElse(message(first)))
                .put("instance", details.instance())
                .array("problems", details.found(), (object, problem) -> {
                    diagnostic(object, problem);
                    object.object("messages", both -> inBoth(both, problem));
                });
    }

    private static void inBoth(Json json, Problem problem) {
        for (Language language : Language.values()) {
            json.put(language.code(), Messages.of(language).sentence(problem));
        }
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
