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
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The questions of choosing a KPI, one by one: how it relates to the goal, what exactly is measured, which factors go with
 * it, how often it is reported, who answers for it; then where it stands and where it is to be.
 */
final class GoalInterview {

    /** {@code 12000000000 per year}: a target that is the sum of several periods. */
    private static final Pattern SUM = Pattern.compile(
            "(?<value>\\S+)\\s+per\\s+(?<per>week|month|quarter|year|pekan|minggu|bulan|kuartal|triwulan|tahun)",
            Pattern.CASE_INSENSITIVE);

    private static final Map<String, String> SPANS = Map.ofEntries(
            Map.entry("week", "week"),
            Map.entry("pekan", "week"),
            Map.entry("minggu", "week"),
            Map.entry("month", "month"),
            Map.entry("bulan", "month"),
            Map.entry("quarter", "quarter"),
            Map.entry("kuartal", "quarter"),
            Map.entry("triwulan", "quarter"),
            Map.entry("year", "year"),
            Map.entry("tahun", "year"));

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
        Label sentence = label("goal", idea, one -> one.idea().sentence()).orElseThrow(() -> missing("--goal"));
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
        return questions.checked("metric", usual, answer -> known(answer.orElseThrow(() -> missing("--metric"))));
    }

    private String known(String metric) {
        List<String> names =
                catalog.stream().map(entry -> entry.metric().name()).toList();
        if (names.contains(metric)) {
            return metric;
        }
        throw new ProblemException(Nearest.to(metric, names)
                .map(near -> Problem.error("catalog-no-metric-maybe", Location.nowhere())
                        .with("metric", metric)
                        .with("maybe", near))
                .orElse(Problem.error("catalog-no-metric", Location.nowhere()).with("metric", metric)));
    }

    private Optional<GoalDraft.TargetDraft> target(Optional<Suggestion.Start> start) {
        Optional<String> value = questions.answer(
                "target", start.flatMap(Suggestion.Start::written).orElse(""));
        return value.map(written -> {
            Matcher sum = SUM.matcher(written);
            boolean said = sum.matches();
            Optional<String> per = questions.given("per").or(() -> said ? span(sum.group("per")) : Optional.empty());
            return new GoalDraft.TargetDraft(said ? sum.group("value") : written, due(start), per);
        });
    }

    /** The word of the file for a span in either language. */
    private static Optional<String> span(String word) {
        return Optional.ofNullable(SPANS.get(word.toLowerCase(Locale.ROOT)));
    }

    private String due(Optional<Suggestion.Start> start) {
        return questions.checked(
                "due",
                start.map(one -> one.due().toString()).orElse(""),
                answer -> day(answer.orElseThrow(() -> missing("--due"))));
    }

    private static String day(String written) {
        try {
            return LocalDate.parse(written).toString();
        } catch (DateTimeParseException e) {
            throw new ProblemException(Problem.error("yaml-not-a-date", Location.nowhere())
                    .with("key", "due")
                    .with("value", written));
        }
    }

    private Optional<Cadence> cadence(String usual) {
        return questions.checked("cadence", usual, answer -> {
            answer.filter(word -> Cadence.of(word).isEmpty()).ifPresent(word -> {
                throw new ProblemException(Problem.error("goals-no-cadence", Location.nowhere())
                        .with("cadence", word)
                        .with("cadences", String.join(", ", Cadence.words())));
            });
            return answer.flatMap(Cadence::of);
        });
    }

    private static ProblemException missing(String option) {
        return new ProblemException(
                Problem.error("goals-answer-missing", Location.nowhere()).with("option", option));
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
