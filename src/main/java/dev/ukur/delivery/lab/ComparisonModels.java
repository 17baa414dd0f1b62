package dev.ukur.delivery.lab;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.AlwaysValidTest;
import dev.ukur.stats.compare.ClusterSums;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.Sample;
import dev.ukur.stats.compare.SampleSize;
import dev.ukur.stats.compare.TwoProportions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Proportions, means, ratios and their comparison. */
final class ComparisonModels {

    private ComparisonModels() {}

    static Answer wilson(Table table, Settings settings) {
        Proportion[] all = proportions(table, "successes", "trials");
        return new Answer()
                .rows(
                        "rows",
                        all.length,
                        i -> new Answer()
                                .put("share", all[i].share())
                                .put("wilson", all[i].wilson())
                                .put("wilson_continuity", all[i].wilsonWithContinuity())
                                .put("clopper_pearson", all[i].clopperPearson())
                                .put("jeffreys", all[i].jeffreys())
                                .put("agresti_coull", all[i].agrestiCoull()));
    }

    static Answer newcombe(Table table, Settings settings) {
        Proportion[] first = proportions(table, "successes1", "trials1");
        Proportion[] second = proportions(table, "successes2", "trials2");
        return new Answer().rows("rows", first.length, i -> compared(new TwoProportions(first[i], second[i])));
    }

    private static Answer compared(TwoProportions two) {
        Answer answer = new Answer()
                .put("difference", two.difference())
                .put("newcombe", two.newcombe())
                .put("z", two.zTest().statistic())
                .put("z_p", two.zTest().p())
                .put("fisher_p", two.fisher())
                .put("chance_first_is_larger", two.chanceFirstIsLarger());
        return two.second().successes() == 0 ? answer : answer.put("lift", two.lift());
    }

    static Answer ratio(Table table, Settings settings) {
        Estimate ratio = ClusterSums.of(table.numbers("x"), table.numbers("y"))
                .ratio()
                .orElseThrow(() -> new IllegalArgumentException("two rows and a sum of y are needed"));
        return new Answer().put("ratio", ratio.value()).put("se", ratio.se()).put("ratio", ratio.interval());
    }

    static Answer welch(Table table, Settings settings) {
        double[] values = table.numbers("value");
        List<String> groups = table.filled("group");
        List<String> names = groups.stream().distinct().toList();
        if (names.size() != 2) {
            throw new IllegalArgumentException("two groups are needed, not " + names.size());
        }
        List<Estimate> means = new ArrayList<>();
        for (String name : names) {
            means.add(Sample.of(IntStream.range(0, values.length)
                            .filter(i -> groups.get(i).equals(name))
                            .mapToDouble(i -> values[i])
                            .toArray())
                    .estimate()
                    .orElseThrow(() -> new IllegalArgumentException("two values a group are needed")));
        }
        Estimate difference = means.get(0).minus(means.get(1));
        return new Answer()
                .put("first", names.get(0))
                .put("second", names.get(1))
                .put("difference", difference)
                .put("df", difference.df());
    }

    static Answer msprt(Table table, Settings settings) {
        double[] difference = table.numbers("difference");
        double[] se = table.numbers("se", Range.POSITIVE);
        double[] tau = table.numbers("tau", Range.POSITIVE);
        return new Answer().rows("rows", se.length, i -> {
            Estimate estimate = Estimate.normal(difference[i], se[i]);
            AlwaysValidTest test = new AlwaysValidTest(tau[i]);
            return new Answer()
                    .put("log_ratio", test.logRatio(estimate))
                    .put("p", test.p(estimate))
                    .put("difference", test.interval(estimate));
        });
    }

    static Answer bh(Table table, Settings settings) {
        double[] p = table.numbers("p", Range.SHARE);
        double[] q = ManyTests.benjaminiHochberg(p);
        return new Answer()
                .put("q", q)
                .put("bonferroni", ManyTests.bonferroni(p))
                .put("rejected", Arrays.stream(q).filter(one -> one <= 0.05).count());
    }

    static Answer sampleSize(Table table, Settings settings) {
        double[] base = table.numbers("base", Range.SHARE);
        double[] lift = table.numbers("lift");
        double[] power = table.numbersOr("power", Range.SHARE, 0.8);
        double[] perDay = table.numbersOr("per_day", Range.POSITIVE, Double.NaN);
        return new Answer().rows("rows", base.length, i -> {
            SampleSize size = SampleSize.ofShare(base[i], lift[i], power[i]);
            Answer answer = new Answer().put("per_group", size.perGroup());
            return Double.isNaN(perDay[i]) ? answer : answer.put("days", (double) size.daysAt(perDay[i]));
        });
    }

    private static Proportion[] proportions(Table table, String successes, String trials) {
        double[] k = table.numbers(successes, Range.NOT_NEGATIVE);
        double[] n = table.numbers(trials, Range.POSITIVE);
        List<Boolean> fits = new ArrayList<>();
        for (int i = 0; i < k.length; i++) {
            fits.add(k[i] <= n[i]);
        }
        table.refuse(successes, "stats-more-than-trials", fits);
        return IntStream.range(0, k.length)
                .mapToObj(i -> new Proportion(k[i], n[i]))
                .toArray(Proportion[]::new);
    }
}
