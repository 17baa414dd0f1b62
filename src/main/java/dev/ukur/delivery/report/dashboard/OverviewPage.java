package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.Exports;
import dev.ukur.delivery.report.GlossaryPage;
import dev.ukur.delivery.report.ScorecardPage;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.problem.Problem;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The scorecard, or what is missing before there can be one; the glossary; and what went wrong. */
public final class OverviewPage {

    private final Shell shell;
    private final Messages say;

    public OverviewPage(Shell shell) {
        this.shell = shell;
        this.say = shell.say();
    }

    /** The scorecard as of a day. */
    public String scorecard(Ukur ukur, Optional<LocalDate> asOf) {
        if (ukur.loads().isEmpty()) {
            return first();
        }
        Scorecard scorecard = ukur.scorecard(asOf);
        if (scorecard.kpis().isEmpty()) {
            return state(
                    "web.goals.none",
                    List.of("web.goals.none.about", "web.goals.none.how"),
                    new Link("/goals", say.text("web.goals.choose")));
        }
        List<String> links = scorecard.kpis().stream()
                .map(line -> "/kpi/" + line.goal().name())
                .toList();
        return Pages.render(
                "scorecard",
                shell,
                Map.of(
                        "view",
                        new ScorecardPage(say, shell.version()).view(ukur.settings(), scorecard),
                        "links",
                        links));
    }

    /** How to begin. */
    public String first() {
        return state(
                "web.first", List.of("web.first.about", "web.first.how"), new Link("/data", say.text("web.data.add")));
    }

    /** What is seen while a page is being worked on: its outline. */
    public String coming() {
        return Pages.render("coming", shell, Map.of());
    }

    private String state(String title, List<String> words, Link next) {
        return Pages.render(
                "state",
                shell,
                Map.of(
                        "title", say.text(title),
                        "words", words.stream().map(say::text).toList(),
                        "links", List.of(next)));
    }

    /** Every metric, and what is missing for it. */
    public String glossary(Ukur ukur) {
        return Pages.render(
                "glossary",
                shell,
                Map.of(
                        "view",
                        new GlossaryPage(say, shell.version()).view(ukur.catalog(), new Exports(ukur.sources()))));
    }

    /** What is wrong with the request or the workspace, and how to mend it. */
    public String problems(List<Problem> found) {
        List<String> words = new ArrayList<>();
        found.forEach(problem -> {
            words.add(
                    (problem.at().file().isPresent() ? LastName.of(problem.at().toString()) + ": " : "")
                            + say.sentence(problem));
            say.fix(problem).ifPresent(words::add);
        });
        return Pages.render(
                "state",
                shell,
                Map.of(
                        "title", say.text("web.problem"),
                        "words", words,
                        "links", List.of(new Link("/", say.text("scorecard.title")))));
    }
}
