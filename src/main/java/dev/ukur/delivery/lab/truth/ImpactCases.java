package dev.ukur.delivery.lab.truth;

import dev.ukur.delivery.lab.Table;
import dev.ukur.stats.impact.LocalLevel;
import dev.ukur.stats.impact.Permutation;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Campaigns of the CausalImpact examples, and event days. */
final class ImpactCases {

    /** The play-off games of Prophet's documentation. */
    private static final Set<String> PLAY_OFFS = Set.of(
            "2008-01-13",
            "2009-01-03",
            "2010-01-16",
            "2010-01-24",
            "2010-02-07",
            "2011-01-08",
            "2013-01-12",
            "2014-01-12",
            "2014-01-19",
            "2014-02-02",
            "2015-01-11",
            "2016-01-17",
            "2016-01-24",
            "2016-02-07");

    private final Truth truth;
    private final Cases cases = new Cases();

    private ImpactCases(Truth truth) {
        this.truth = truth;
    }

    static Map<String, double[]> compute(Truth truth) {
        ImpactCases all = new ImpactCases(truth);
        all.campaign("google", truth.table("impact/google_data.csv"), List.of("y", "x1", "x2"), 61);
        all.campaign("arma", truth.table("impact/arma_data.csv"), List.of("y", "x"), 70);
        all.campaign("vignette", truth.table("impact/causalimpact_vignette.csv"), List.of("y", "x1"), 70);
        all.games();
        return all.cases.all();
    }

    private void campaign(String name, Table table, List<String> columns, int before) {
        double[] y = table.numbers(columns.get(0));
        double[][] controls = new double[y.length][columns.size() - 1];
        for (int j = 1; j < columns.size(); j++) {
            double[] column = table.numbers(columns.get(j));
            for (int t = 0; t < y.length; t++) {
                controls[t][j - 1] = column[t];
            }
        }
        LocalLevel answer = LocalLevel.of(y, controls, before);
        cases.put(
                "ci." + name + ".MAP [actual,pred,sd,effect,rel,cum]",
                answer.actual(),
                answer.predicted().value(),
                answer.predicted().se(),
                answer.effect().value(),
                answer.relative(),
                answer.cumulative().value());
    }

    private void games() {
        Table table = truth.table("impact/peyton_manning_log_views.csv");
        double[] views = table.numbers("y");
        List<String> days = table.texts("ds");
        boolean[] game = new boolean[views.length];
        int games = 0;
        for (int i = 0; i < game.length; i++) {
            game[i] = PLAY_OFFS.contains(days.get(i));
            games += game[i] ? 1 : 0;
        }
        Permutation shifted = Permutation.shifted(views, game);
        cases.put("event.peyton n, n_event", views.length, games)
                .put("event.peyton raw diff of means (log views)", shifted.difference())
                .put("event.peyton circular-shift p (exact, n shifts)", shifted.p());
    }
}
