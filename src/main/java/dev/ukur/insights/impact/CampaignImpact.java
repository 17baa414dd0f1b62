package dev.ukur.insights.impact;

import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.impact.Impact.Setting;
import dev.ukur.model.Occasion;
import dev.ukur.stats.Interval;
import dev.ukur.stats.impact.LocalLevel;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A campaign of some days against what would have been: level, weekdays and other occasions carried on from before. */
final class CampaignImpact {

    private static final int WEEK = 7;
    private static final int LEAST_BEFORE = 28;
    private static final int MOST_BEFORE = 182;
    private static final int MOST_PLACEBOS = 20;
    private static final double HALF = 0.5;

    private final Setting setting;
    private final Period campaign;
    private final Daily daily;

    CampaignImpact(Setting setting, Period campaign) {
        this.setting = setting;
        this.campaign = campaign;
        this.daily = setting.daily();
    }

    Finding find(Finding.Draft draft) {
        int start = daily.index(campaign.first());
        int end = daily.index(campaign.last()) + 1;
        if (start < 0 || end > daily.days()) {
            return setting.refuse(draft, setting.say("impact-campaign-unknown"));
        }
        if (start < LEAST_BEFORE) {
            return setting.refuse(
                    draft,
                    setting.say("impact-campaign-short").with("before", start).with("least", LEAST_BEFORE));
        }
        List<Occasion> within = inseparable(start, end);
        if (!within.isEmpty()) {
            return setting.refuse(draft, setting.say("impact-overlap").with("others", Asked.titles(within)));
        }
        try {
            LocalLevel level = level(start, end);
            placebos(draft, level, start, end - start);
            draft.evidence(days(level, start));
            return told(draft, level, end - start);
        } catch (IllegalArgumentException e) {
            return setting.refuse(draft, setting.say("impact-campaign-flat"));
        }
    }

    private Finding told(Finding.Draft draft, LocalLevel level, int days) {
        Interval ends = level.cumulative().interval();
        boolean clear = !ends.holds(0);
        double total = level.cumulative().value();
        String code = !clear ? "impact-campaign-noise" : total > 0 ? "impact-campaign-added" : "impact-campaign-took";
        draft.estimate(setting.difference(total, ends));
        draft.caveat(Sentence.of("impact-campaign-model"));
        Sentence answer = setting.say(code)
                .with("days", days)
                .with("total", setting.change(total))
                .with("low", setting.change(ends.low()))
                .with("high", setting.change(ends.high()))
                .with("actual", setting.amount(level.actual()))
                .with("expected", setting.amount(level.predicted().value()))
                .with("growth", new Term.Growth(level.relative()));
        return draft.answer(clear ? Verdict.CLEAR : Verdict.NOISE, answer, setting.provenance());
    }

    /** Other occasions that fill half the campaign and never happened before it cannot be told from it. */
    private List<Occasion> inseparable(int start, int end) {
        return setting.occasions().others().stream()
                .filter(other -> {
                    boolean[] days = marks(List.of(other.days()));
                    int inside = count(days, start, end);
                    return inside >= HALF * (end - start) && count(kind(other), from(start), start) == 0;
                })
                .toList();
    }

    private LocalLevel level(int start, int end) {
        int from = from(start);
        double[] values = Arrays.copyOfRange(daily.values(), from, end);
        return LocalLevel.of(values, controls(from, start, end), start - from);
    }

    private static int from(int start) {
        return Math.max(0, start - MOST_BEFORE);
    }

    /** Weekdays but one, and each kind of other occasion that happened before the campaign too. */
    private double[][] controls(int from, int start, int end) {
        List<boolean[]> columns = new ArrayList<>();
        for (int weekday = 1; weekday < WEEK; weekday++) {
            boolean[] marks = new boolean[daily.days()];
            for (int i = weekday; i < marks.length; i += WEEK) {
                marks[i] = true;
            }
            columns.add(marks);
        }
        setting.occasions().others().stream()
                .map(Occasion::kind)
                .distinct()
                .sorted()
                .map(this::kind)
                .filter(marks -> count(marks, from, start) >= 2)
                .forEach(columns::add);
        double[][] rows = new double[end - from][columns.size()];
        for (int i = 0; i < rows.length; i++) {
            for (int j = 0; j < columns.size(); j++) {
                rows[i][j] = columns.get(j)[from + i] ? 1 : 0;
            }
        }
        return rows;
    }

    /** The same length of days, measured as if a campaign had begun there, where there was none. */
    private void placebos(Finding.Draft draft, LocalLevel level, int start, int days) {
        List<Double> effects = new ArrayList<>();
        for (int at = start - days; at >= 2 * LEAST_BEFORE && effects.size() < MOST_PLACEBOS; at -= WEEK) {
            try {
                effects.add(level(at, at + days).cumulative().value());
            } catch (IllegalArgumentException e) {
                // Nothing varied before: no placebo.
            }
        }
        if (effects.size() < 2) {
            draft.caveat(Sentence.of("impact-no-placebo"));
            return;
        }
        double total = level.cumulative().value();
        draft.reason(Sentence.of("impact-campaign-placebo")
                .with("runs", effects.size())
                .with(
                        "low",
                        setting.change(effects.stream()
                                .mapToDouble(Double::doubleValue)
                                .min()
                                .orElseThrow()))
                .with(
                        "high",
                        setting.change(effects.stream()
                                .mapToDouble(Double::doubleValue)
                                .max()
                                .orElseThrow()))
                .with(
                        "count",
                        effects.stream()
                                .filter(effect -> Math.abs(effect) >= Math.abs(total))
                                .count()));
    }

    private Evidence days(LocalLevel level, int start) {
        Evidence table = Evidence.of("campaign_days")
                .time("day")
                .number("actual")
                .number("expected")
                .number("difference");
        List<List<Term>> rows = new ArrayList<>();
        for (int i = 0; i < level.expected().length; i++) {
            double actual = daily.values()[start + i];
            rows.add(List.of(
                    Term.day(daily.first().plusDays(start + (long) i)),
                    setting.amount(actual),
                    setting.amount(level.expected()[i]),
                    setting.change(actual - level.expected()[i])));
        }
        return table.rows(rows);
    }

    private boolean[] kind(Occasion like) {
        return kind(like.kind());
    }

    private boolean[] kind(String kind) {
        return marks(setting.occasions().others().stream()
                .filter(other -> other.kind().equals(kind))
                .map(Occasion::days)
                .toList());
    }

    private boolean[] marks(List<Period> periods) {
        boolean[] marks = new boolean[daily.days()];
        for (int i = 0; i < marks.length; i++) {
            LocalDate day = daily.first().plusDays(i);
            marks[i] = periods.stream().anyMatch(days -> days.holds(day));
        }
        return marks;
    }

    private static int count(boolean[] marks, int from, int to) {
        int count = 0;
        for (int i = from; i < to; i++) {
            count += marks[i] ? 1 : 0;
        }
        return count;
    }
}
