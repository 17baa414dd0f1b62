package dev.ukur.delivery.cli;

import dev.ukur.i18n.Language;
import dev.ukur.kpis.Suggestion;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.GoalDraft;
import dev.ukur.model.Label;
import dev.ukur.problem.Location;
import dev.ukur.problem.Nearest;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Cadence;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The questions of choosing a KPI, one by one: how it relates to the goal, what exactly is measured, which factors go with
 * it, how often it is reported, who answers for it; then where it stands and where it is to be.
 */
final class GoalInterview {

    private final Questions questions;
    private final boolean indonesian;
    private final List<CatalogueEntry> catalog;

    GoalInterview(Call call, List<CatalogueEntry> catalog) {
        this.questions = new Questions(call);
        this.indonesian = call.say().language() == Language.ID;
        this.catalog = catalog;
    }

    /** A goal; what is not answered is as the idea has it. */
    GoalDraft goal(String name, Optional<Suggestion> idea) {
        Label sentence = label("goal", idea, one -> one.idea().sentence())
                .orElseThrow(() -> new ProblemException(Problem.error("goals-answer-missing", Location.nowhere())
                        .with("option", "--goal")));
        Optional<Label> why = label("why", idea, one -> one.idea().why());
        return new GoalDraft(name, sentence, why, questions.answer("supports", ""), kpi(idea));
    }

    /** A KPI; what is not answered is as the idea has it. */
    GoalDraft.KpiDraft kpi(Optional<Suggestion> idea) {
        String metric = metric(usual(idea, one -> one.metric().name()));
        boolean same = idea.filter(one -> one.metric().name().equals(metric)).isPresent();
        Optional<Suggestion> fitting = idea.filter(one -> same);
        List<String> factors = names("factors", usual(fitting, one -> String.join(", ", one.factors())));
        Optional<Cadence> cadence =
                cadence(usual(fitting, one -> one.idea().cadence().word()));
        Optional<String> owner = questions.answer("owner", "");
        Optional<Suggestion.Start> start = fitting.flatMap(Suggestion::start);
        return new GoalDraft.KpiDraft(
                metric,
                owner,
                cadence,
                factors,
                questions.answer(
                        "baseline", start.map(one -> one.baseline().toString()).orElse("")),
                target(start),
                names("guardrails", usual(fitting, one -> String.join(", ", one.guardrails()))),
                label("action", fitting, one -> one.idea().action()));
    }

    /** Why something is changed. */
    String reason() {
        return questions.need("reason");
    }

    private String metric(String usual) {
        String asked = questions
                .answer("metric", usual)
                .orElseThrow(() -> new ProblemException(Problem.error("goals-answer-missing", Location.nowhere())
                        .with("option", "--metric")));
        List<String> names =
                catalog.stream().map(entry -> entry.metric().name()).toList();
        if (!names.contains(asked)) {
            throw new ProblemException(Nearest.to(asked, names)
                    .map(near -> Problem.error("catalog-no-metric-maybe", Location.nowhere())
                            .with("metric", asked)
                            .with("maybe", near))
                    .orElse(Problem.error("catalog-no-metric", Location.nowhere())
                            .with("metric", asked)));
        }
        return asked;
    }

    private Optional<GoalDraft.TargetDraft> target(Optional<Suggestion.Start> start) {
        Optional<String> value = questions.answer(
                "target", start.flatMap(Suggestion.Start::written).orElse(""));
        return value.map(written -> new GoalDraft.TargetDraft(
                written,
                questions
                        .answer("due", start.map(one -> one.due().toString()).orElse(""))
                        .orElseThrow(
                                () -> new ProblemException(Problem.error("goals-answer-missing", Location.nowhere())
                                        .with("option", "--due")))));
    }

    private Optional<Cadence> cadence(String usual) {
        Optional<String> answer = questions.answer("cadence", usual);
        answer.filter(word -> Cadence.of(word).isEmpty()).ifPresent(word -> {
            throw new ProblemException(Problem.error("goals-no-cadence", Location.nowhere())
                    .with("cadence", word)
                    .with("cadences", String.join(", ", Cadence.words())));
        });
        return answer.flatMap(Cadence::of);
    }

    private List<String> names(String question, String usual) {
        return questions.answer(question, usual).stream()
                .flatMap(text -> Arrays.stream(text.split("[,\\s]+")))
                .filter(name -> !name.isEmpty())
                .toList();
    }

    /** A sentence: in both languages where it is the idea's own, else as it was typed. */
    private Optional<Label> label(String question, Optional<Suggestion> idea, Function<Suggestion, Label> part) {
        Optional<Label> own = idea.map(part);
        Optional<String> answer = questions.answer(question, own.map(this::said).orElse(""));
        return answer.map(text -> own.filter(label -> said(label).equals(text)).orElse(Label.same(text)));
    }

    private String said(Label label) {
        return indonesian ? label.id() : label.en();
    }

    private static String usual(Optional<Suggestion> idea, Function<Suggestion, String> part) {
        return idea.map(part).orElse("");
    }
}
