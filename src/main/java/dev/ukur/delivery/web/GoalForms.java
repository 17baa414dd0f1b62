package dev.ukur.delivery.web;

import dev.ukur.GoalWork;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.report.dashboard.GoalsPage;
import dev.ukur.delivery.report.dashboard.ReviewPage;
import dev.ukur.delivery.report.dashboard.Shell;
import dev.ukur.kpis.Suggestion;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.WrittenDates;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The pages on which goals are chosen, changed and reviewed.
 *
 * @param shell what stands around a page
 */
record GoalForms(Function<Visit, Shell> shell) {

    List<Route> routes() {
        return List.of(
                Route.show(Right.VIEW, "/goals", visit -> Reply.html(page(visit).html())),
                Route.form(Right.DECIDE, "/goals", this::edit),
                Route.form(
                        Right.VIEW,
                        "/goals/lint",
                        visit -> Reply.html(page(visit).complaints(text(visit, "text")))),
                Route.form(Right.DECIDE, "/goals/add", GoalForms::add),
                Route.show(
                        Right.VIEW,
                        "/review",
                        visit -> Reply.html(new ReviewPage(shell.apply(visit))
                                .html(visit.ukur().agenda()))),
                Route.form(Right.DECIDE, "/review", visit -> {
                    review(visit);
                    return Reply.to("/review");
                }));
    }

    private GoalsPage page(Visit visit) {
        return new GoalsPage(shell.apply(visit), visit.ukur());
    }

    /** Writes the file, or only looks; what keeps it from being written is told above the text, which is not lost. */
    private Reply edit(Visit visit) {
        String seen = text(visit, "seen");
        String text = text(visit, "text");
        if (visit.sent("do").filter("save"::equals).isEmpty()) {
            return Reply.html(page(visit).html(new GoalsPage.Draft(seen, text, List.of())));
        }
        try {
            visit.ukur().goals().write(seen, text);
            return Reply.to("/goals");
        } catch (ProblemException e) {
            return Reply.html(page(visit).html(new GoalsPage.Draft(seen, text, e.problems())))
                    .status(Refusal.status(e.problems()));
        }
    }

    private static Reply add(Visit visit) {
        GoalWork goals = visit.ukur().goals();
        String name = visit.sent("name").orElse("");
        Suggestion chosen = goals.suggest(Optional.empty()).stream()
                .filter(one -> one.idea().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.error("web-no-idea", Location.nowhere()).with("name", name)));
        goals.add(chosen.draft());
        return Reply.to("/goals");
    }

    /** Writes down a review with what was decided, as the form or the call says. */
    static void review(Visit visit) {
        Optional<String> decided = visit.sent("decide");
        if (decided.isPresent() && visit.sent("by").isEmpty()) {
            throw new ProblemException(Problem.error("review-day-missing", Location.nowhere()));
        }
        visit.ukur()
                .review(
                        visit.sent("goal").orElse(""),
                        decided.map(words -> new Resolution(
                                words,
                                visit.sent("owner"),
                                visit.sent("expect"),
                                WrittenDates.period("by", visit.sent("by").orElseThrow())
                                        .last())));
    }

    /** As it was typed, with its line ends and blanks. */
    private static String text(Visit visit, String field) {
        return visit.sentAll(field).stream().findFirst().orElse("");
    }
}
