package dev.ukur.delivery.report;

import dev.ukur.delivery.report.ScorecardView.Card;
import dev.ukur.delivery.report.ScorecardView.Fact;
import dev.ukur.delivery.report.ScorecardView.Head;
import dev.ukur.delivery.report.ScorecardView.Step;
import dev.ukur.delivery.report.ScorecardView.Way;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.model.Metric;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** One line of a scorecard as a card of the page. */
final class CardMaker {

    private final Messages say;
    private final Scorecard scorecard;
    private final Line line;
    private final KpiWords words;

    CardMaker(Messages say, Scorecard scorecard, Line line) {
        this.say = say;
        this.scorecard = scorecard;
        this.line = line;
        this.words = new KpiWords(say, scorecard, line);
    }

    /** The mark of a status. */
    static String kind(Status status) {
        return switch (status) {
            case ON_TRACK -> "ok";
            case AT_RISK -> "risk";
            case OFF_TRACK -> "off";
            case NO_VERDICT -> "none";
        };
    }

    /** The card; its anchor is its place in the scorecard, because names need not be fit for one. */
    Card card() {
        KpiDrawings drawings = new KpiDrawings(say, line, words);
        return new Card(
                "kpi-" + (scorecard.kpis().indexOf(line) + 1),
                kind(line.status()),
                head(),
                new Way(drawings.towardsTarget(), says(), facts(), beside()),
                drawings.trend(),
                DriverMove.of(say, line),
                step(),
                how());
    }

    private Head head() {
        Verdict verdict = words.verdict();
        return new Head(
                words.status(),
                words.goal(),
                words.metric(),
                words.now(),
                line.provisional(),
                words.interval().map(interval -> say.text("page.interval", "interval", interval)),
                words.change(),
                verdict == Verdict.BETTER ? "good" : verdict == Verdict.WORSE ? "bad" : "mute",
                verdict == Verdict.OPEN
                        ? ""
                        : say.text("scorecard.verdict." + verdict.name().toLowerCase(Locale.ROOT)),
                line.period()
                        .map(period -> say.text("page.against", "period", before()))
                        .orElse(""));
    }

    /** The period before the last complete one: the last but one of the trend, when there is one. */
    private String before() {
        int size = line.trend().size();
        return size < 2 ? "–" : say.formats().period(line.trend().get(size - 2).period());
    }

    private List<String> says() {
        List<String> says = new ArrayList<>();
        words.staleSince().ifPresent(day -> says.add(say.text("scorecard.stale", "day", day)));
        words.provisional().ifPresent(says::add);
        says.addAll(words.reasons());
        return says;
    }

    private List<Fact> facts() {
        List<Fact> facts = new ArrayList<>();
        String due = words.due().orElse("–");
        line.chance()
                .ifPresent(chance ->
                        facts.add(new Fact(say.text("page.chance"), words.chance(), say.text("page.chance.of"))));
        words.gap().ifPresent(gap -> facts.add(fact("gap", gap)));
        facts.add(fact("target", target(due)));
        words.forecast().ifPresent(forecast -> facts.add(fact("forecast", forecast)));
        return facts;
    }

    private List<Fact> beside() {
        List<Fact> beside = new ArrayList<>(List.of(fact("baseline", words.baseline())));
        line.freshUntil()
                .ifPresent(day -> beside.add(fact("fresh", say.formats().date(day))));
        new ContextWords(say, line).all().forEach((key, said) -> beside.add(fact(key, said)));
        return beside;
    }

    private String target(String due) {
        return line.targetValue().isEmpty()
                ? say.text("page.target.none")
                : say.text("page.target.by", java.util.Map.of("target", words.target(), "due", due));
    }

    private Step step() {
        return new Step(
                words.action().orElse(say.text("scorecard.action.none")),
                line.goal().kpi().owner(),
                line.goal().kpi().cadence().map(cadence -> say.text("cadence." + cadence.word())));
    }

    private List<Fact> how() {
        Metric metric = line.metric();
        return List.of(
                fact("how.period", words.period()),
                fact("how.formula", formula(metric)),
                fact("how.meaning", KpiWords.text(say, metric.description())),
                fact("how.empty", KpiWords.text(say, metric.emptyCase())),
                fact("how.source", metric.definedBy()));
    }

    /** A metric that is one measure of its own name has no formula beyond it. */
    private static String formula(Metric metric) {
        String formula = metric.formula();
        return formula.equals(metric.name()) ? formula : metric.name() + " = " + formula;
    }

    private Fact fact(String key, String value) {
        return new Fact(say.text("page." + key), "", value);
    }
}
