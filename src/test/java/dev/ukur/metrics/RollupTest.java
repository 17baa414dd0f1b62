package dev.ukur.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.model.WorkspaceSettings;
import dev.ukur.stats.Interval;
import dev.ukur.stats.Wilson;
import dev.ukur.store.AlteredEngine;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import java.nio.file.Path;
import java.time.Clock;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A roll-up answers with the very numbers that the rows give, or leaves the question to them. */
class RollupTest {

    private static final List<String> METRICS = List.of(
            "visits",
            "visitors",
            "new_visitors",
            "page_views",
            "pages_per_visit",
            "bounce_rate",
            "engagement_rate",
            "visit_duration",
            "conversion_rate",
            "conversion_rate_visitors",
            "conversion_rate_any",
            "form_rate",
            "sign_up_rate",
            "cart_abandonment",
            "checkout_completion",
            "funnel_cart_rate",
            "funnel_checkout_rate",
            "paid_share",
            "organic_share",
            "direct_share");

    private static final List<String> DIMENSIONS = List.of("channel", "device", "country", "source", "campaign");

    private static final List<Optional<String>> FILTERS = List.of(
            Optional.empty(),
            Optional.empty(),
            Optional.of("channel = 'Email'"),
            Optional.of("channel <> 'Email' and device in ('mobile', 'tablet')"),
            Optional.of("source is null or campaign = 'c1'"));

    @TempDir
    Path folder;

    @Test
    void random_questions_are_answered_alike_with_and_without_rollups_after_every_load() {
        long seed = 20261127;
        Random dice = new Random(seed);
        int rolledUp = 0;
        int paired = 0;
        try (Rows rows = new Rows(folder)) {
            for (int load = 0; load < 4; load++) {
                rows.load("visits", visits(dice));
                WorkspaceSettings settings = settings(dice);
                Metrics with = rows.metrics(settings);
                Metrics without =
                        new Metrics(AlteredEngine.rowsOnly(rows.engine()), Rows.builtIn(), settings, Rows.CLOCK);
                for (int i = 0; i < 30; i++) {
                    MetricQuery query = question(dice);
                    Answer answer = with.query(query);
                    assertThat(answer.rows())
                            .as(
                                    "seed %d, load %d, %s%n%s",
                                    seed, load, query, answer.meta().sql())
                            .isEqualTo(without.query(query).rows());
                    rolledUp += answer.meta().sql().contains("roll-up") ? 1 : 0;
                    paired += answer.meta().sql().contains("roll-up visitor_pairs") ? 1 : 0;
                }
            }
        }
        assertThat(rolledUp).as("of 120 questions").isBetween(45, 112);
        assertThat(paired).as("of 120 questions").isBetween(8, 75);
    }

    @Test
    void a_visitor_who_comes_back_within_a_period_counts_once_in_it_and_once_in_each_part_of_it() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "visits",
                    COLUMNS
                            + visit("s1", "ani", "2026-01-31", "Email", 0)
                            + visit("s2", "ani", "2026-02-01", "Direct", 0)
                            + visit("s3", "budi", "2026-02-01", "Email", 1)
                            + visit("s4", "budi", "2026-02-03", "Email", 0));

            assertThat(rows.total("visitors", "2026-01-01", "2026-02-28")).contains(2.0);
            assertThat(rows.series("visitors", Grain.MONTH, "2026-01-01", "2026-02-28"))
                    .containsExactly(1.0, 2.0);
            assertThat(rows.series("visitors", Grain.DAY, "2026-01-31", "2026-02-03"))
                    .containsExactly(1.0, 2.0, 0.0, 1.0);
            Answer byChannel = rows.by("visitors", "channel", "2026-01-01", "2026-02-28");
            assertThat(byChannel.rows()).containsExactly(List.of("Direct", 1.0), List.of("Email", 2.0));
            assertThat(byChannel.meta().sql()).contains("roll-up visitor_days");
        }
    }

    /**
     * Ani buys in each of 3 visits of the period, Budi in none of 1: a share of 3/4. What they bought less what the share
     * leads to expect is 3 - 9/4 = 3/4 and 0 - 3/4, squared 9/16 each, together 9/8, where 4 independent visits have
     * 4 * 3/4 * 1/4 = 3/4: each says as little as 2/3 of one, so Wilson's interval is that of 2 out of 8/3. What Ani bought
     * on the day before the period does not come in.
     */
    @Test
    void an_interval_by_visitor_comes_from_pairs_of_days() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "visits",
                    COLUMNS
                            + visit("s0", "ani", "2025-12-31", "Email", 1)
                            + visit("s1", "ani", "2026-01-01", "Email", 1)
                            + visit("s2", "ani", "2026-01-01", "Email", 1)
                            + visit("s3", "ani", "2026-02-28", "Email", 1)
                            + visit("s4", "budi", "2026-02-03", "Email", 0));

            Answer answer = rows.by("conversion_rate", "channel", "2026-01-01", "2026-02-28");
            assertThat(answer.meta().sql()).contains("roll-up visitor_pairs").doesNotContain("visit_days");
            assertThat(answer.number(0, "conversion_rate")).contains(0.75);
            Interval wilson = Wilson.interval(2, 8 / 3.0).orElseThrow();
            assertThat(answer.number(0, "conversion_rate_low").orElseThrow()).isCloseTo(wilson.low(), within(1e-12));
            assertThat(answer.number(0, "conversion_rate_high").orElseThrow()).isCloseTo(wilson.high(), within(1e-12));
        }
    }

    @Test
    void a_visit_told_anew_moves_its_visitor_to_another_day() {
        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "visits",
                    COLUMNS
                            + visit("s0", "budi", "2026-01-05", "Email", 0)
                            + visit("s1", "ani", "2026-01-05", "Email", 0)
                            + visit("s2", "ani", "2026-01-09", "Email", 0));
            rows.load("visits", COLUMNS + visit("s1", "ani", "2026-01-07", "Direct", 1));

            assertThat(rows.series("visitors", Grain.DAY, "2026-01-05", "2026-01-09"))
                    .containsExactly(1.0, 0.0, 1.0, 0.0, 1.0);
            assertThat(rows.total("visitors", "2026-01-05", "2026-01-06")).contains(1.0);
            assertThat(rows.by("visits", "channel", "2026-01-05", "2026-01-09").rows())
                    .containsExactly(List.of("Direct", 1.0), List.of("Email", 2.0));
        }
    }

    @Test
    void a_question_as_of_the_past_is_answered_from_rows() {
        Instant first = Instant.parse("2026-02-01T00:00:00Z");
        try (Rows rows = new Rows(folder, Clock.fixed(first, ZoneOffset.UTC))) {
            rows.load("visits", COLUMNS + visit("s1", "ani", "2026-01-05", "Email", 0));
        }
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", COLUMNS + visit("s2", "budi", "2026-01-05", "Email", 0));
            MetricQuery query = MetricQuery.total("visitors", Rows.days("2026-01-01", "2026-01-31"));
            Answer before = rows.metrics().query(query.asOf(Optional.of(first)));

            assertThat(before.number(0, "visitors")).contains(1.0);
            assertThat(before.meta().sql()).doesNotContain("roll-up");
            assertThat(rows.metrics().query(query).number(0, "visitors")).contains(2.0);
        }
    }

    private static final String COLUMNS =
            "account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,source,"
                    + "campaign,channel,is_paid,device,country,is_new,pageviews,events,bounced,engaged,duration_s,purchases,"
                    + "form_submits,sign_ups,add_to_carts,checkouts,built_by\n";

    private static String visit(String id, String visitor, String day, String channel, int purchases) {
        return "web,%s,%s,%s,%s,%sT03:00:00Z,%sT03:10:00Z,google,,%s,false,mobile,ID,true,2,3,false,true,600,%d,0,0,0,0,test\n"
                .formatted(day, day, id, visitor, day, day, channel, purchases);
    }

    /** Some visits of few visitors; ids repeat from load to load, so that rows change their day, channel and visitor. */
    private static String visits(Random dice) {
        StringBuilder text = new StringBuilder(COLUMNS);
        for (int id = dice.nextInt(20); id < 300; id += 1 + dice.nextInt(3)) {
            LocalDate day = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(70));
            boolean bounced = dice.nextBoolean();
            text.append(
                    "%s,%s,%s,s%d,v%d,%sT03:00:00Z,%sT03:10:00Z,%s,%s,%s,%s,%s,%s,%s,%d,%d,%s,%s,%d,%d,%d,%d,%d,%d,test%n"
                            .formatted(
                                    one(dice, "web", "app"),
                                    day,
                                    day,
                                    id,
                                    dice.nextInt(60),
                                    day,
                                    day,
                                    one(dice, "google", "meta", ""),
                                    one(dice, "c1", "c2", ""),
                                    one(dice, "Email", "Direct", "Organic Search", "(other)"),
                                    dice.nextBoolean(),
                                    one(dice, "mobile", "desktop", "tablet", ""),
                                    one(dice, "ID", "MY"),
                                    dice.nextInt(4) == 0,
                                    1 + dice.nextInt(9),
                                    1 + dice.nextInt(9),
                                    bounced,
                                    !bounced,
                                    dice.nextInt(900),
                                    dice.nextInt(5) == 0 ? 1 + dice.nextInt(2) : 0,
                                    dice.nextInt(2),
                                    dice.nextInt(2),
                                    dice.nextInt(2),
                                    dice.nextInt(2)));
        }
        return text.toString();
    }

    /** Weeks from Monday or Sunday, years from any month. */
    private static WorkspaceSettings settings(Random dice) {
        FiscalCalendar calendar = new FiscalCalendar(
                dice.nextBoolean() ? DayOfWeek.MONDAY : DayOfWeek.SUNDAY, Month.of(1 + dice.nextInt(12)));
        return WorkspaceSettings.defaults("Toko").with(calendar);
    }

    private static MetricQuery question(Random dice) {
        LocalDate first = LocalDate.of(2026, 1, 1).plusDays(dice.nextInt(40));
        LocalDate last = first.plusDays(dice.nextInt(60));
        List<String> by = dice.nextInt(3) == 0
                ? List.of()
                : dice.nextInt(3) > 0
                        ? List.of(DIMENSIONS.get(dice.nextInt(DIMENSIONS.size())))
                        : List.of("channel", DIMENSIONS.get(1 + dice.nextInt(DIMENSIONS.size() - 1)));
        return new MetricQuery(
                List.of(METRICS.get(dice.nextInt(METRICS.size())), METRICS.get(dice.nextInt(METRICS.size()))),
                by,
                Grain.values()[dice.nextInt(Grain.values().length)],
                Optional.of(new dev.ukur.time.Period(first, last)),
                FILTERS.get(dice.nextInt(FILTERS.size())),
                Optional.empty());
    }

    private static String one(Random dice, String... of) {
        return of[dice.nextInt(of.length)];
    }
}
