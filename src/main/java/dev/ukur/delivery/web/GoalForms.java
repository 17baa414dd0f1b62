package dev.ukur.delivery.web;

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

    private static final int LONGEST_REASON = 300;

    List<Route> routes() {
        return List.of(
                Route.show(Right.VIEW, "/goals", visit -> Reply.html(page(visit).html())),
                Route.form(Right.DECIDE, "/goals", this::edit),
                Route.form(
                        Right.VIEW,
                        "/goals/lint",
                        visit -> Reply.html(page(visit).complaints(text(visit, "text")))),
                Route.form(Right.DECIDE, "/goals/add", GoalForms::add),
                Route.form(Right.DECIDE, "/goals/replace", GoalForms::replace),
                Route.form(Right.DECIDE, "/goals/retire", GoalForms::retire),
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
        visit.ukur().goals().add(proposed(visit).draft());
        return Reply.to("/goals");
    }

    /** Measures a goal by the KPI of a proposal from now on. */
    private static Reply replace(Visit visit) {
        visit.ukur()
                .goals()
                .replace(visit.sent("goal").orElse(""), proposed(visit).draft().kpi(), reason(visit));
        return Reply.to("/goals");
    }

    private static Reply retire(Visit visit) {
        visit.ukur().goals().retire(visit.sent("goal").orElse(""), reason(visit));
        return Reply.to("/goals");
    }

    private static Suggestion proposed(Visit visit) {
        String name = visit.sent("name").orElse("");
        return visit.ukur().goals().suggest(Optional.empty()).stream()
                .filter(one -> one.idea().name().equals(name))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        Problem.error("web-no-idea", Location.nowhere()).with("name", name)));
    }

    /** In one line, as it stands in the file as a comment. */
    private static String reason(Visit visit) {
        String words = visit.sent("reason").orElse("").replaceAll("[\\s\\p{Cntrl}]+", " ");
        if (words.isEmpty() || words.length() > LONGEST_REASON) {
            throw new ProblemException(
                    Problem.error("goal-reason-missing", Location.nowhere()).with("most", LONGEST_REASON));
        }
        return words;
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
