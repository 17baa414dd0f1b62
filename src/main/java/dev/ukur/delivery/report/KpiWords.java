package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Arriving;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.model.Label;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Target;
import dev.ukur.problem.Problem;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** What one line of a scorecard says, in words; the same in terminal and page. */
public final class KpiWords {

    private static final String GUARDRAIL = "kpi-guardrail-broken";

    private final Messages say;
    private final MetricNumbers numbers;
    private final Scorecard scorecard;
    private final Line line;

    public KpiWords(Messages say, Scorecard scorecard, Line line) {
        this.say = say;
        this.numbers = new MetricNumbers(say.formats());
        this.scorecard = scorecard;
        this.line = line;
    }

    /** A text in the language spoken. */
    static String text(Messages say, Label label) {
        return say.language().pick(label.id(), label.en());
    }

    /** The word of a status, lower case in keys: {@code on_track}. */
    public static String word(Status status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    public String metric() {
        return text(say, line.metric().label());
    }

    public String goal() {
        return text(say, line.goal().sentence());
    }

    public String status() {
        return say.text("scorecard.status." + word(line.status()));
    }

    public String now() {
        return numbers.text(unit(), line.now().value().orElse(null));
    }

    public String baseline() {
        return numbers.text(unit(), line.baseline().value().orElse(null));
    }

    /** The target; of a sum with the days it is the sum of. */
    public String target() {
        String number = numbers.text(unit(), line.targetValue().orElse(null));
        return line.context()
                .sum()
                .map(sum -> say.text("scorecard.target.sum", Map.of("target", number, "span", sum.span())))
                .orElse(number);
    }

    public String chance() {
        return say.formats().chance(line.chance().orElse(null));
    }

    /** Why the last complete period is provisional: part of it has not arrived yet, or its source may restate it. */
    public Optional<String> provisional() {
        if (!line.provisional()) {
            return Optional.empty();
        }
        return Optional.of(
                line.context().arriving().map(this::arriving).orElseGet(() -> say.text("scorecard.provisional.why")));
    }

    private String arriving(Arriving part) {
        String whole = numbers.text(unit(), part.whole().value().orElse(null));
        String interval = part.whole()
                .low()
                .flatMap(low -> part.whole().high().map(high -> " (" + numbers.interval(unit(), low, high) + ")"))
                .orElse("");
        return say.text(
                "scorecard.arriving.why",
                Map.of(
                        "arrived", say.formats().share(part.arrived()),
                        "low", say.formats().share(part.low()),
                        "high", say.formats().share(part.high()),
                        "whole", whole + interval));
    }

    /** The last complete period, or a dash. */
    public String period() {
        return say.formats().period(line.period().orElse(null));
    }

    /** The 95 % interval of the value now, where the metric has one. */
    public Optional<String> interval() {
        return line.now().low().flatMap(low -> line.now().high().map(high -> numbers.interval(unit(), low, high)));
    }

    /** {@code +Rp 23.001 (+19,9 %)}: the change since the previous complete period; empty when either is unknown. */
    public Optional<String> change() {
        return line.now().value().flatMap(now -> line.previous().value().map(before -> change(before, now)));
    }

    /** What the change means for the goal. */
    public Verdict verdict() {
        return Verdict.of(
                line.metric().direction(),
                line.previous(),
                line.now(),
                line.context().noise());
    }

    /** {@code Rp 28.453 di atas target}; empty when there is no gap to speak of. */
    public Optional<String> gap() {
        return line.gap()
                .flatMap(gap -> line.targetValue().map(target -> {
                    String side = side(gap);
                    return say.text("scorecard.gap." + side, "size", numbers.size(unit(), target + gap, target));
                }));
    }

    private String side(double gap) {
        if (gap == 0) {
            return "none";
        }
        boolean running = line.context().sum().filter(sum -> !sum.isWhole()).isPresent();
        return gap > 0 ? "above" : running ? "left" : "below";
    }

    /** {@code Rp 134.900 (128.700–141.600)}. */
    public Optional<String> forecast() {
        return line.forecast()
                .map(forecast -> numbers.text(unit(), forecast.value()) + " ("
                        + numbers.interval(unit(), forecast.low(), forecast.high()) + ")");
    }

    /** The due date, with its year only when it is not the scorecard's. */
    public Optional<String> due() {
        return line.target().map(Target::due).map(due -> {
            boolean plain = due.getYear() == scorecard.asOf().getYear();
            return plain ? say.formats().day(due) : say.formats().date(due);
        });
    }

    /** What is done next. */
    public Optional<String> action() {
        return line.goal().kpi().action().map(action -> text(say, action));
    }

    /** The warnings that speak of this KPI, in sentences; broken guardrails are told among the guardrails. */
    public List<String> reasons() {
        return scorecard.warnings().stream()
                .filter(problem -> concerns(problem, line) && !problem.code().equals(GUARDRAIL))
                .map(say::sentence)
                .toList();
    }

    /** The last day of data, when by the scorecard's day a whole further period should have been complete. */
    public Optional<LocalDate> staleSince() {
        Optional<LocalDate> due = line.goal()
                .kpi()
                .cadence()
                .map(cadence -> cadence.grain()
                        .around(scorecard.asOf().plusDays(1))
                        .first()
                        .minusDays(1));
        boolean late = line.period()
                .flatMap(period -> due.map(last -> period.last().isBefore(last)))
                .orElse(false);
        return late ? line.freshUntil() : Optional.empty();
    }

    /** Whether a warning speaks of a KPI: it names its goal. */
    static boolean concerns(Problem problem, Line line) {
        return line.goal().name().equals(problem.facts().get("goal"));
    }

    /** {@code awal Rp 121.300}: a value with what it is, in lower case, for a label in a chart. */
    String label(String key, double value) {
        return say.text("scorecard.label." + key, Map.of("value", numbers.text(unit(), value)));
    }

    private String change(double before, double now) {
        String size = numbers.change(unit(), now - before);
        if (unit() == MetricUnit.SHARE || before <= 0 || now == before) {
            return size;
        }
        double relative = now / before - 1;
        return size + " (" + say.formats().signed(relative, say.formats().share(relative)) + ")";
    }

    private MetricUnit unit() {
        return line.metric().unit();
    }
}
