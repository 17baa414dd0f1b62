package dev.ukur.delivery.report.dashboard;

import dev.ukur.GoalWork;
import dev.ukur.Ukur;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Suggestion;
import dev.ukur.problem.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The goals as they are written, to be edited under the eyes of the lint, and goals that the data could give. */
public final class GoalsPage {

    private final Shell shell;
    private final Messages say;
    private final Ukur ukur;
    private final Words words;

    /**
     * What is wrong or weak.
     *
     * @param place line and column
     * @param kind mark of its severity: bad, risk or none
     * @param severity in a word
     */
    public record Complaint(String place, String kind, String severity, String code, String sentence, String fix) {}

    /** A goal that could be set: what it is and why, and whether the data here can give it. */
    public record Idea(String name, String sentence, List<String> words, boolean computable) {}

    /** A goal that is written, and the name of its metric. */
    public record Written(String name, String sentence, String metric) {}

    /**
     * A text under edit.
     *
     * @param seen as the file was when it was opened
     * @param written as it stands now
     * @param wrong why it was not written; none where nobody tried
     */
    public record Draft(String seen, String written, List<Problem> wrong) {}

    public GoalsPage(Shell shell, Ukur ukur) {
        this.shell = shell;
        this.say = shell.say();
        this.ukur = ukur;
        this.words = new Words(say, ukur.catalog());
    }

    /** The file as it is. */
    public String html() {
        String text = ukur.goals().text();
        return html(new Draft(text, text, List.of()));
    }

    /** The file as somebody is editing it. */
    public String html(Draft draft) {
        GoalWork goals = ukur.goals();
        List<Problem> found = new ArrayList<>(draft.wrong());
        goals.lint(draft.written()).stream().filter(one -> !found.contains(one)).forEach(found::add);
        List<Idea> ideas =
                goals.suggest(Optional.empty()).stream().map(this::idea).toList();
        return Pages.render(
                "goals",
                shell,
                Map.of(
                        "draft", draft,
                        "complaints", complaints(found),
                        "lede", lede(found),
                        "ideas", ideas,
                        "goals",
                                goals.all().stream()
                                        .map(goal -> new Written(
                                                goal.name(),
                                                words.label(goal.sentence()),
                                                words.metric(goal.kpi().metric())))
                                        .toList()));
    }

    /** Only what the lint says of a text, to be put into the page while it is edited. */
    public String complaints(String text) {
        List<Problem> found = ukur.goals().lint(text);
        return Pages.render("complaints", shell, Map.of("complaints", complaints(found), "lede", lede(found)));
    }

    private String lede(List<Problem> found) {
        return say.text(found.isEmpty() ? "check.none" : "check.sum", "count", found.size());
    }

    private List<Complaint> complaints(List<Problem> found) {
        return found.stream()
                .map(problem -> new Complaint(
                        LastName.of(problem.at().toString()),
                        switch (problem.severity()) {
                            case ERROR -> "bad";
                            case WARNING -> "risk";
                            case NOTE -> "none";
                        },
                        say.text("diagnostic." + problem.severity().word()),
                        problem.code(),
                        words.sentence(problem),
                        say.fix(problem).orElse("")))
                .toList();
    }

    private Idea idea(Suggestion suggestion) {
        List<String> told = new ArrayList<>();
        told.add(words.label(suggestion.metric().label()) + " · "
                + say.text("goals.cadence." + suggestion.idea().cadence().word()));
        told.add(words.label(suggestion.idea().why()));
        if (!suggestion.computable()) {
            told.add(say.text("goals.suggest.missing", "missing", String.join(", ", suggestion.missing())));
        }
        suggestion.start().ifPresent(start -> told.add(start(suggestion, start)));
        return new Idea(
                suggestion.idea().name(), words.label(suggestion.idea().sentence()), told, suggestion.computable());
    }

    private String start(Suggestion suggestion, Suggestion.Start start) {
        String now = new MetricNumbers(say.formats()).text(suggestion.metric().unit(), start.value());
        return start.change()
                .map(change -> say.formats().signed(change, say.formats().share(Math.round(change * 100) / 100.0)))
                .map(change ->
                        say.text("goals.suggest.start", Map.of("now", now, "change", change, "due", start.due())))
                .orElseGet(() -> say.text("goals.suggest.now", "now", now));
    }
}
