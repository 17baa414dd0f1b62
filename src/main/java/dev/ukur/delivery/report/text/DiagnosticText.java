package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import java.util.List;

/** Problems, one a paragraph. */
final class DiagnosticText {

    private final Messages say;
    private final Ink ink;

    DiagnosticText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String list(List<Problem> problems) {
        StringBuilder text = new StringBuilder();
        problems.forEach(problem -> text.append(one(problem)));
        return text.toString();
    }

    private String one(Problem problem) {
        String place = problem.at().toString();
        String kind = severity(problem.severity()) + " " + problem.code() + ": ";
        String line = (place.isEmpty() ? "" : place + ": ") + kind + say.sentence(problem) + "\n";
        return line
                + say.fix(problem)
                        .map(fix -> "  " + say.text("diagnostic.fix", "fix", fix) + "\n")
                        .orElse("");
    }

    private String severity(Severity severity) {
        String word = say.text("diagnostic." + severity.word());
        return switch (severity) {
            case ERROR -> ink.bad(word);
            case WARNING -> ink.risk(word);
            case NOTE -> ink.faint(word);
        };
    }
}
