package dev.ukur.delivery.lab;

import dev.ukur.stats.Interval;
import dev.ukur.stats.survival.Lifetime;
import dev.ukur.stats.survival.LogRank;
import dev.ukur.stats.survival.SurvivalCurve;
import dev.ukur.stats.survival.SurvivalCurve.Band;
import dev.ukur.stats.survival.SurvivalCurve.Median;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** How long it lasts. */
final class LifetimeModels {

    private LifetimeModels() {}

    static Answer kaplanMeier(Table table, Settings settings) {
        List<Map.Entry<String, List<Lifetime>>> groups =
                List.copyOf(groups(table).entrySet());
        return new Answer().rows("groups", groups.size(), g -> {
            SurvivalCurve curve = SurvivalCurve.of(groups.get(g).getValue());
            Median median = curve.median(Band.LOG_LOG);
            double last = curve.steps().get(curve.steps().size() - 1).time();
            double horizon = settings.number("--steps", last);
            Answer answer = new Answer()
                    .put("group", groups.get(g).getKey())
                    .put("median", median.value())
                    .put("median_low", median.low())
                    .put("median_high", median.high())
                    .put("horizon", horizon);
            if (horizon > 0 && horizon <= last) {
                answer.put("mean_within", curve.meanWithin(horizon).value())
                        .put("mean_within_se", curve.meanWithin(horizon).se());
            }
            return answer.rows(
                    "curve", curve.steps().size(), i -> step(curve.steps().get(i)));
        });
    }

    private static Answer step(SurvivalCurve.Step step) {
        return new Answer()
                .put("time", step.time())
                .put("at_risk", (double) step.atRisk())
                .put("ended", (double) step.ended())
                .put("censored", (double) step.censored())
                .put("survival", step.survival())
                .put("se", step.se())
                .put("low", step.band(Band.LOG_LOG).map(Interval::low))
                .put("high", step.band(Band.LOG_LOG).map(Interval::high));
    }

    static Answer logRank(Table table, Settings settings) {
        table.filled("group");
        Map<String, List<Lifetime>> groups = groups(table);
        List<String> names = List.copyOf(groups.keySet());
        LogRank test = LogRank.of(List.copyOf(groups.values()));
        return new Answer()
                .put("chi_square", test.chiSquare())
                .put("df", names.size() - 1.0)
                .put("p", test.p())
                .rows(
                        "groups",
                        names.size(),
                        i -> new Answer()
                                .put("group", names.get(i))
                                .put("observed", test.observed().get(i))
                                .put("expected", test.expected().get(i)));
    }

    private static Map<String, List<Lifetime>> groups(Table table) {
        double[] time = table.numbers("time", Range.NOT_NEGATIVE);
        boolean[] ended = table.flags("event");
        List<String> group = table.has("group") ? table.filled("group") : List.of();
        Map<String, List<Lifetime>> groups = new LinkedHashMap<>();
        for (int i = 0; i < time.length; i++) {
            groups.computeIfAbsent(group.isEmpty() ? "all" : group.get(i), name -> new ArrayList<>())
                    .add(new Lifetime(time[i], ended[i]));
        }
        return groups;
    }
}
