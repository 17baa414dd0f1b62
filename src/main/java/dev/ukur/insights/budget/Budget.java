package dev.ukur.insights.budget;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.Interval;
import dev.ukur.stats.budget.Allocation;
import dev.ukur.stats.budget.ResponseFit;
import dev.ukur.stats.budget.ResponseFit.Curve;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * How the advertising budget of a week could be divided better among channels, by what their own weeks showed.
 *
 * @param subject the outcome: name of a goal or metric that counts or sums by channel
 * @param reach how far a channel's spend may move, as a share of what it is now
 */
public record Budget(String subject, double reach) implements Analysis {

    /** A quarter: further away the data have not been. */
    public static final double ORDINARY_REACH = 0.25;

    private static final int LATEST_WEEKS = 8;
    private static final int LEAST_WEEKS = 26;

    @Override
    public Finding find(Desk desk) {
        Subject asked = Subject.of(desk, subject);
        Finding.Draft draft = Finding.about("budget", asked.term());
        Optional<ChannelWeeks> known = ChannelWeeks.of(desk, asked);
        if (known.isEmpty()) {
            return cannot(draft, "budget-no-data", asked, Provenance.at(desk.now()));
        }
        ChannelWeeks weeks = known.get();
        if (weeks.weeks().size() < LEAST_WEEKS) {
            return draft.answer(
                    Verdict.CANNOT_TELL,
                    Sentence.of("budget-short")
                            .with("weeks", weeks.weeks().size())
                            .with("least", LEAST_WEEKS),
                    weeks.from());
        }
        Map<String, ResponseFit> fits = fits(weeks);
        draft.evidence(returns(weeks, fits, asked.metric().unit()));
        draft.caveat(Sentence.of("budget-confounded"));
        List<String> sure = fits.entrySet().stream()
                .filter(fit -> fit.getValue().isSure())
                .map(Map.Entry::getKey)
                .toList();
        if (sure.size() < 2) {
            draft.reason(Sentence.of("budget-experiment"));
            return cannot(draft, "budget-unsure", asked, weeks.from());
        }
        return divided(draft, asked, weeks, fits, sure);
    }

    private Finding divided(
            Finding.Draft draft, Subject asked, ChannelWeeks weeks, Map<String, ResponseFit> fits, List<String> sure) {
        MetricUnit unit = asked.metric().unit();
        double[] now = sure.stream()
                .mapToDouble(
                        channel -> latest(Objects.requireNonNull(weeks.spend().get(channel))))
                .toArray();
        List<Curve> curves =
                sure.stream().map(channel -> fit(fits, channel).curve()).toList();
        List<Double> then = divide(curves, now);
        double gain = gain(curves, now, then);
        double[] gains = gains(fits, sure, now, then);
        Interval ends = new Interval(gains[gains.length / 40], gains[gains.length - 1 - gains.length / 40]);
        draft.evidence(plan(sure, now, then));
        draft.estimate(
                Term.difference(gain, new Interval(Math.min(ends.low(), gain), Math.max(ends.high(), gain)), unit));
        boolean clear = ends.low() > 0;
        Sentence answer = Sentence.of(clear ? "budget-move" : "budget-same")
                .with("metric", asked.term())
                .with("gain", new Term.Change(gain, unit))
                .with("low", new Term.Change(ends.low(), unit))
                .with("high", new Term.Change(ends.high(), unit))
                .with("from", name(sure, now, then, false))
                .with("to", name(sure, now, then, true))
                .with("amount", new Term.Amount(moved(now, then), MetricUnit.MONEY))
                .with("reach", Term.share(reach));
        return draft.answer(clear ? Verdict.CLEAR : Verdict.NOISE, answer, weeks.from());
    }

    private static Finding cannot(Finding.Draft draft, String code, Subject asked, Provenance from) {
        return draft.answer(Verdict.CANNOT_TELL, Sentence.of(code).with("metric", asked.term()), from);
    }

    private static Map<String, ResponseFit> fits(ChannelWeeks weeks) {
        Map<String, ResponseFit> fits = new LinkedHashMap<>();
        boolean varies = Arrays.stream(weeks.free()).distinct().count() > 1;
        double[][] controls = varies ? new double[][] {weeks.free()} : new double[0][];
        weeks.spend().forEach((channel, spend) -> {
            double[] outcome = Objects.requireNonNull(weeks.outcome().get(channel));
            if (Arrays.stream(outcome).allMatch(value -> value == 0)) {
                return; // nothing is known to have come by it
            }
            try {
                fits.put(channel, ResponseFit.of(spend, outcome, controls));
            } catch (IllegalArgumentException e) {
                // Spend that never varies shows nothing: the channel is told without a curve.
            }
        });
        return fits;
    }

    private static ResponseFit fit(Map<String, ResponseFit> fits, String channel) {
        return Objects.requireNonNull(fits.get(channel));
    }

    private List<Double> divide(List<Curve> curves, double[] now) {
        List<Allocation.Channel> channels = new ArrayList<>();
        for (int i = 0; i < now.length; i++) {
            channels.add(new Allocation.Channel(
                    curves.get(i).b(), curves.get(i).k(), now[i] * (1 - reach), now[i] * (1 + reach)));
        }
        return Allocation.of(channels, Arrays.stream(now).sum()).spends();
    }

    private static double gain(List<Curve> curves, double[] now, List<Double> then) {
        double gain = 0;
        for (int i = 0; i < now.length; i++) {
            gain += curves.get(i).at(then.get(i)) - curves.get(i).at(now[i]);
        }
        return gain;
    }

    /** What this very division would bring under each of the redrawn curves, in ascending order. */
    private static double[] gains(Map<String, ResponseFit> fits, List<String> sure, double[] now, List<Double> then) {
        int draws = fit(fits, sure.get(0)).redrawn().size();
        double[] gains = new double[draws];
        for (int draw = 0; draw < draws; draw++) {
            int at = draw;
            gains[draw] = gain(
                    sure.stream()
                            .map(channel -> fit(fits, channel).redrawn().get(at))
                            .toList(),
                    now,
                    then);
        }
        Arrays.sort(gains);
        return gains;
    }

    private static Evidence returns(ChannelWeeks weeks, Map<String, ResponseFit> fits, MetricUnit unit) {
        Evidence table = Evidence.of("channel_returns")
                .words("channel")
                .number("spend_a_week")
                .number("return_on_average")
                .number("return_on_next")
                .words("sure");
        MetricUnit each = unit == MetricUnit.MONEY ? MetricUnit.RATIO : unit;
        double scale = unit == MetricUnit.MONEY ? 1 : 1_000_000;
        for (Map.Entry<String, double[]> entry : weeks.spend().entrySet()) {
            String channel = entry.getKey();
            double spend = latest(entry.getValue());
            double all = Arrays.stream(entry.getValue()).sum();
            ResponseFit fit = fits.get(channel);
            double average = scale * Arrays.stream(weeks.outcome().get(channel)).sum() / all;
            table = table.row(
                    new Term.Text(channel),
                    new Term.Amount(spend, MetricUnit.MONEY),
                    new Term.Amount(average, each),
                    fit == null ? Term.UNKNOWN : next(fit, spend, scale, each),
                    Term.words(fit == null ? "budget-flat" : fit.isSure() ? "budget-sure" : "budget-open"));
        }
        return table;
    }

    private static Term next(ResponseFit fit, double spend, double scale, MetricUnit unit) {
        Interval ends = fit.marginal(spend);
        double value = fit.curve().marginal(spend);
        return new Term.Between(
                scale * value, scale * Math.min(ends.low(), value), scale * Math.max(ends.high(), value), unit);
    }

    private static Evidence plan(List<String> channels, double[] now, List<Double> then) {
        Evidence table = Evidence.of("budget_plan")
                .words("channel")
                .number("spend_now")
                .number("spend_then")
                .number("difference");
        for (int i = 0; i < now.length; i++) {
            table = table.row(
                    new Term.Text(channels.get(i)),
                    new Term.Amount(now[i], MetricUnit.MONEY),
                    new Term.Amount(then.get(i), MetricUnit.MONEY),
                    new Term.Change(then.get(i) - now[i], MetricUnit.MONEY));
        }
        return table;
    }

    /** The channel that gives, or gains, most. */
    private static Term name(List<String> channels, double[] now, List<Double> then, boolean gains) {
        int best = 0;
        for (int i = 1; i < now.length; i++) {
            double mine = then.get(i) - now[i];
            double other = then.get(best) - now[best];
            best = (gains ? mine > other : mine < other) ? i : best;
        }
        return new Term.Text(channels.get(best));
    }

    private static double moved(double[] now, List<Double> then) {
        double moved = 0;
        for (int i = 0; i < now.length; i++) {
            moved += Math.max(0, then.get(i) - now[i]);
        }
        return moved;
    }

    /** What is spent a week lately. */
    private static double latest(double[] spend) {
        return Arrays.stream(spend, Math.max(0, spend.length - LATEST_WEEKS), spend.length)
                .average()
                .orElse(0);
    }
}
