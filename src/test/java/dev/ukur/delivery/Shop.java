package dev.ukur.delivery;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.Scorecard.Driver;
import dev.ukur.kpis.Scorecard.Interval;
import dev.ukur.kpis.Scorecard.Line;
import dev.ukur.kpis.Scorecard.Point;
import dev.ukur.kpis.Scorecard.Status;
import dev.ukur.kpis.Scorecard.Value;
import dev.ukur.metrics.Answer;
import dev.ukur.metrics.CatalogueEntry;
import dev.ukur.model.Direction;
import dev.ukur.model.Goal;
import dev.ukur.model.Kpi;
import dev.ukur.model.Label;
import dev.ukur.model.Metric;
import dev.ukur.model.MetricUnit;
import dev.ukur.model.Role;
import dev.ukur.model.Target;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.time.Cadence;
import dev.ukur.time.Grain;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A hand-made shop whose answers every renderer is shown. */
public final class Shop {

    public static final LocalDate AS_OF = LocalDate.of(2026, 11, 22);

    private static final LocalDate DUE = LocalDate.of(2026, 12, 31);

    private Shop() {}

    public static WorkspaceSettings settings() {
        return WorkspaceSettings.defaults("Kopi Lereng");
    }

    /** One KPI of each status: a cost off track, a count at risk, a rate on track, a count without data. */
    public static Scorecard scorecard() {
        return new Scorecard(
                AS_OF,
                List.of(cost(), customers(), conversion(), searches()),
                List.of(
                        Problem.warning("no-history", Location.nowhere()).with("goal", "merek"),
                        Problem.warning("late-source", Location.nowhere()).with("source", "crm")));
    }

    public static Metric metric(String name, Label label, MetricUnit unit, Direction direction) {
        return new Metric(
                name,
                label,
                new Label("Arti " + label.id() + ".", "Meaning of " + label.en() + "."),
                List.of(),
                "a / b",
                List.of(),
                List.of(),
                unit,
                direction,
                Role.OUTCOME,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                new Label("tidak ada yang dihitung", "nothing to count"),
                "catalogue",
                Location.nowhere());
    }

    public static CatalogueEntry entry() {
        return new CatalogueEntry(costMetric(), false, List.of("costs"));
    }

    public static Answer answer() {
        return new Answer(
                List.of(
                        new Answer.Column("period", Answer.Kind.TIME, Optional.empty()),
                        new Answer.Column("channel", Answer.Kind.DIMENSION, Optional.empty()),
                        new Answer.Column("visits", Answer.Kind.METRIC, Optional.of("count")),
                        new Answer.Column("rate", Answer.Kind.METRIC, Optional.of("share")),
                        new Answer.Column("rate_low", Answer.Kind.METRIC, Optional.of("share")),
                        new Answer.Column("rate_high", Answer.Kind.METRIC, Optional.of("share"))),
                List.of(
                        Arrays.asList(LocalDate.of(2026, 10, 1), "Email, \"VIP\"", 1312.0, 0.0218, 0.021, 0.0226),
                        Arrays.asList(LocalDate.of(2026, 10, 1), null, 12000000.0, null, null, null)),
                new Answer.Meta(
                        Instant.parse("2026-11-22T16:59:00Z"),
                        Optional.of(LocalDate.of(2026, 10, 1)),
                        Optional.of(LocalDate.of(2026, 10, 31)),
                        Optional.of(LocalDate.of(2026, 10, 30)),
                        Optional.empty(),
                        List.of("plausible"),
                        List.of(),
                        "select 1"));
    }

    /** A rate compared with an earlier one: surely higher for e-mail, perhaps for the others, and all together. */
    public static Answer compared() {
        Optional<String> share = Optional.of("share");
        return new Answer(
                List.of(
                        new Answer.Column("channel", Answer.Kind.DIMENSION, Optional.empty()),
                        new Answer.Column("rate", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_before", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_change", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_change_rel", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_change_low", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_change_high", Answer.Kind.METRIC, share),
                        new Answer.Column("rate_differs", Answer.Kind.MARK, Optional.empty())),
                List.of(
                        Arrays.asList("Email", 0.03, 0.02, 0.01, 0.5, 0.005, 0.015, true),
                        Arrays.asList("(others)", 0.021, 0.02, 0.001, 0.05, -0.004, 0.006, false)),
                List.of(Arrays.asList(null, 0.025, 0.02, 0.005, 0.25, 0.001, 0.009, null)),
                answer().meta());
    }

    private static Metric costMetric() {
        return metric(
                "cac",
                new Label("Biaya akuisisi pelanggan (CAC)", "Customer acquisition cost (CAC)"),
                MetricUnit.MONEY,
                Direction.DOWN);
    }

    private static Line cost() {
        return new Line(
                goal("untung", "Setiap pelanggan baru menghasilkan lebih dari biayanya.", "Dimas"),
                costMetric(),
                october(),
                value(138_453),
                value(115_452),
                value(121_300),
                target(110_000),
                Optional.of(110_000.0),
                Optional.of(28_453.0),
                Status.OFF_TRACK,
                Optional.of(0.004),
                Optional.of(new Interval(134_900, 128_700, 141_600)),
                trend(121_000, 119_000, 118_500, 120_300, 117_000, 115_452, 138_453),
                List.of(
                        driver("Belanja iklan", "Ad spend", Direction.DOWN, 120, 100),
                        driver("Kunjungan", "Visits", Direction.UP, 95, 100)),
                Optional.of(LocalDate.of(2026, 11, 22)),
                false,
                Scorecard.Context.none());
    }

    private static Line customers() {
        return new Line(
                goal("tumbuh", "Pelanggan baru bertambah lebih cepat.", "Rani"),
                metric("new_customers", new Label("Pelanggan baru", "New customers"), MetricUnit.COUNT, Direction.UP),
                october(),
                value(1_312),
                value(1_196),
                value(1_020),
                target(1_353),
                Optional.of(1_353.0),
                Optional.of(-41.0),
                Status.AT_RISK,
                Optional.of(0.31),
                Optional.of(new Interval(1_340, 1_248, 1_471)),
                trend(990, 1_005, 1_020, 1_100, 1_150, 1_196, 1_312),
                List.of(),
                Optional.of(LocalDate.of(2026, 11, 20)),
                true,
                Scorecard.Context.none());
    }

    private static Line conversion() {
        return new Line(
                goal("efektif", "Lebih banyak kunjungan berakhir dengan pesanan.", "Bagus"),
                metric(
                        "conversion_rate",
                        new Label("Tingkat konversi", "Conversion rate"),
                        MetricUnit.SHARE,
                        Direction.UP),
                october(),
                new Value(Optional.of(0.0218), Optional.of(0.021), Optional.of(0.0226)),
                new Value(Optional.of(0.0212), Optional.of(0.0204), Optional.of(0.022)),
                value(0.02),
                target(0.021),
                Optional.of(0.021),
                Optional.of(0.0008),
                Status.ON_TRACK,
                Optional.of(0.82),
                Optional.of(new Interval(0.0217, 0.0205, 0.0229)),
                trend(0.0201, 0.0205, 0.0207, 0.021, 0.0209, 0.0212, 0.0218),
                List.of(),
                Optional.of(LocalDate.of(2026, 11, 22)),
                false,
                Scorecard.Context.none());
    }

    private static Line searches() {
        return new Line(
                goal("merek", "Lebih banyak orang mencari nama kami.", "Rani"),
                metric("brand_clicks", new Label("Klik nama merek", "Branded clicks"), MetricUnit.COUNT, Direction.UP),
                Optional.empty(),
                Value.unknown(),
                Value.unknown(),
                Value.unknown(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Status.NO_VERDICT,
                Optional.empty(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.empty(),
                false,
                Scorecard.Context.none());
    }

    private static Goal goal(String name, String sentence, String owner) {
        Kpi kpi = new Kpi(
                "m",
                Optional.empty(),
                Optional.of(owner),
                Optional.of(Cadence.MONTHLY),
                List.of(),
                Optional.empty(),
                List.of(),
                List.of(),
                Optional.of(new Label("Kirim email 12.12.", "Send the 12.12 mail.")),
                Map.of());
        return new Goal(name, new Label(sentence, "In English: " + name + "."), kpi, Location.nowhere());
    }

    private static Driver driver(String id, String en, Direction direction, double now, double previous) {
        return new Driver(
                metric(en, new Label(id, en), MetricUnit.COUNT, direction), Optional.of(now), Optional.of(previous));
    }

    private static Optional<dev.ukur.time.Period> october() {
        return Optional.of(Grain.MONTH.around(LocalDate.of(2026, 10, 1)));
    }

    private static Value value(double value) {
        return new Value(Optional.of(value), Optional.empty(), Optional.empty());
    }

    private static Optional<Target> target(double value) {
        return Optional.of(new Target(BigDecimal.valueOf(value), false, DUE, Location.nowhere()));
    }

    /** Months that end with October 2026. */
    private static List<Point> trend(double... values) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            YearMonth month = YearMonth.of(2026, 10).minusMonths(values.length - 1L - i);
            points.add(new Point(Grain.MONTH.around(month.atDay(1)), Optional.of(values[i])));
        }
        return points;
    }
}
