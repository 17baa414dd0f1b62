package dev.ukur.delivery.report;

import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Status;
import java.util.Map;
import java.util.Optional;

/**
 * The answer of a scorecard in one or two sentences: how many KPIs are on track, and which one needs a decision most.
 *
 * @param count how many are on track
 * @param lead words before the most urgent KPI; empty when none is urgent
 * @param urgent its name
 * @param rest what is wrong with it, up to the full stop
 */
public record Lede(String count, String lead, String urgent, String rest) {

    /** The sentences for a scorecard. */
    public static Lede of(Messages say, Scorecard scorecard) {
        String tone = tone(scorecard);
        Status counted = tone.equals("open") ? Status.NO_VERDICT : Status.ON_TRACK;
        String count = say.text(
                "scorecard.lede." + tone,
                Map.of(
                        "count",
                        number(scorecard, counted),
                        "all",
                        scorecard.kpis().size()));
        return scorecard.kpis().stream()
                .filter(line -> line.status() == Status.OFF_TRACK || line.status() == Status.AT_RISK)
                .findFirst()
                .map(line -> urgent(say, count, new KpiWords(say, scorecard, line)))
                .orElse(new Lede(count, "", "", ""));
    }

    /** The whole as plain text. */
    public String plain() {
        return lead.isEmpty() ? count : count + " " + lead + " " + urgent + rest;
    }

    /** How many KPIs have a status. */
    static int number(Scorecard scorecard, Status status) {
        return (int) scorecard.kpis().stream()
                .map(Line::status)
                .filter(status::equals)
                .count();
    }

    private static String tone(Scorecard scorecard) {
        int all = scorecard.kpis().size();
        if (all == 0) {
            return "empty";
        }
        if (number(scorecard, Status.NO_VERDICT) == all) {
            return "open";
        }
        return number(scorecard, Status.ON_TRACK) == all ? "all" : "some";
    }

    private static Lede urgent(Messages say, String count, KpiWords kpi) {
        Optional<String> gap = kpi.gap()
                .flatMap(size ->
                        kpi.due().map(due -> ", " + say.text("scorecard.lede.gap", Map.of("gap", size, "due", due))));
        return new Lede(count, say.text("scorecard.lede.urgent"), kpi.metric(), gap.orElse("") + ".");
    }
}
