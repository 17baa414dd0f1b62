package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.stats.attribution.AttributionModel;
import dev.ukur.stats.attribution.Journeys;
import dev.ukur.stats.attribution.MarkovModel;
import dev.ukur.stats.attribution.MarkovModel.Paths;
import dev.ukur.stats.attribution.Path;
import dev.ukur.stats.attribution.ShapleyModel;
import dev.ukur.stats.attribution.TouchRule;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/**
 * How far each attribution model is off in the simulated shop, where the effect of a channel is known: without it, a
 * visitor's life ends at his first visit from it, since each later visit comes of the one before. What is lost then,
 * channel by channel and as shares, is the truth. Models see what web analytics saw.
 */
final class AttributionErrorTest {

    private static final TwinOptions SHOP = new TwinOptions(5, 250, 8, LocalDate.of(2026, 10, 31));

    /** A visit as it passed: its channel, its moment, its orders, and whether web analytics saw it. */
    private record Seen(int channel, long start, int orders, boolean tracked) {}

    private static final class Lives implements Witness {
        private final Map<Long, List<Seen>> byVisitor = new LinkedHashMap<>();

        @Override
        public void visit(Visit visit) {
            byVisitor
                    .computeIfAbsent(visit.visitor().id(), id -> new ArrayList<>())
                    .add(new Seen(
                            visit.channel().ordinal(),
                            visit.start(),
                            visit.orders().size(),
                            visit.tracked()));
        }
    }

    @Test
    void each_models_error_against_the_known_effect_of_channels_is_printed() {
        Lives lives = new Lives();
        Season season = new Season(SHOP.days());
        Newsletter newsletter = new Newsletter(SHOP, season, lives);
        Witnesses all = new Witnesses(List.of(newsletter, lives));
        Crowd crowd = new Crowd(SHOP, season, newsletter);
        Crowd.each(SHOP.days()).forEach(day -> {
            crowd.live(day, all);
            all.dayEnds(day);
        });
        double[] truth = effects(lives);
        Journeys journeys = journeys(lives);

        Map<String, AttributionModel> models = new LinkedHashMap<>();
        models.put("first", TouchRule.first());
        models.put("last", TouchRule.last());
        models.put("linear", TouchRule.linear());
        models.put("position", TouchRule.position());
        models.put("time decay", TouchRule.timeDecay(7));
        models.put("Markov 1", new MarkovModel(1, Paths.ALL));
        models.put("Markov 1, no nulls", new MarkovModel(1, Paths.CONVERTED));
        models.put("Markov 2", new MarkovModel(2, Paths.ALL));
        models.put("Shapley", ShapleyModel.ADDITIVE);
        double[] alike = new double[truth.length];
        long used = Arrays.stream(truth).filter(share -> share > 0).count();
        for (int i = 0; i < alike.length; i++) {
            alike[i] = truth[i] > 0 ? 1.0 / used : 0;
        }
        double ignorant = error(alike, truth);
        System.out.printf(
                Locale.ROOT, "attribution error, share misplaced (of %.0f orders):%n", journeys.conversions());
        System.out.printf(Locale.ROOT, "  %-20s %5.1f %%%n", "equal shares", 100 * ignorant);
        models.forEach((name, model) -> {
            double[] credits = model.credits(journeys).conversions();
            assertThat(Arrays.stream(credits).sum())
                    .isCloseTo(journeys.conversions(), within(1e-9 * journeys.conversions()));
            double error = error(shares(credits), truth);
            System.out.printf(Locale.ROOT, "  %-20s %5.1f %%%n", name, 100 * error);
            assertThat(error).as(name).isBetween(0.0, ignorant);
        });
    }

    /** Orders lost without a channel, as shares of all such losses. */
    private static double[] effects(Lives lives) {
        double[] lost = new double[Channel.values().length];
        for (List<Seen> life : lives.byVisitor.values()) {
            boolean[] met = new boolean[lost.length];
            for (Seen seen : life) {
                met[seen.channel()] = true;
                for (int channel = 0; channel < lost.length; channel++) {
                    lost[channel] += met[channel] ? seen.orders() : 0;
                }
            }
        }
        return shares(lost);
    }

    private static Journeys journeys(Lives lives) {
        List<Path> paths = new ArrayList<>();
        for (List<Seen> life : lives.byVisitor.values()) {
            List<Seen> open = new ArrayList<>();
            for (Seen seen : life) {
                if (seen.tracked()) {
                    open.add(seen);
                    if (seen.orders() > 0) {
                        paths.add(path(open, seen.orders(), 0));
                        open.clear();
                    }
                }
            }
            if (!open.isEmpty()) {
                paths.add(path(open, 0, 1));
            }
        }
        return new Journeys(Arrays.stream(Channel.values()).map(Channel::label).toList(), paths);
    }

    private static Path path(List<Seen> visits, int orders, int nulls) {
        long end = visits.get(visits.size() - 1).start();
        return new Path(
                visits.stream().mapToInt(Seen::channel).toArray(),
                Optional.of(visits.stream()
                        .mapToDouble(seen -> (end - seen.start()) / (double) Jakarta.DAY)
                        .toArray()),
                orders,
                0,
                nulls);
    }

    private static double[] shares(double[] amounts) {
        double sum = Arrays.stream(amounts).sum();
        return Arrays.stream(amounts).map(amount -> amount / sum).toArray();
    }

    /** The share that stands with the wrong channel. */
    private static double error(double[] ours, double[] truth) {
        double sum = 0;
        for (int i = 0; i < truth.length; i++) {
            sum += Math.abs(ours[i] - truth[i]);
        }
        return sum / 2;
    }
}
