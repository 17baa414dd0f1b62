package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.metrics.Rows;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Leads of the simulated shop take up to two months to become customers. The same leads are told twice: as the exports of the
 * last day know them, and as all of them ended.
 */
class LateLeadsTest {

    private static final LocalDate LAST = LocalDate.of(2026, 10, 31);
    private static final TwinOptions SHOP = new TwinOptions(5, 1500, 10, LAST, List.of());
    private static final TwinOptions LATER = new TwinOptions(5, 1500, 16, LAST.plusDays(180), List.of());
    private static final List<String> COLUMNS =
            List.of("account", "period_start", "period_end", "lead_id", "channel", "mql_on", "sql_on", "customer_on");

    @TempDir
    private Path folder;

    /** All leads that a desk makes of the visits. */
    private static final class Desk implements Witness {
        private final List<Lead> leads = new ArrayList<>();
        private final SalesDesk desk;

        Desk(TwinOptions options) {
            desk = new SalesDesk(options, this);
        }

        @Override
        public void visit(Visit visit) {
            desk.visit(visit);
        }

        @Override
        public void lead(Lead lead) {
            leads.add(lead);
        }
    }

    @Test
    void young_months_are_corrected_to_what_their_leads_became() {
        Desk known = new Desk(SHOP);
        Desk ended = new Desk(LATER);
        live(new Witnesses(List.of(known, ended)));
        assertThat(known.leads).hasSameSizeAs(ended.leads).hasSizeGreaterThan(1000);

        try (Rows rows = new Rows(folder)) {
            rows.load(
                    "leads",
                    COLUMNS,
                    known.leads.stream().map(LateLeadsTest::row).toList());
            Answer answer = rows.metrics()
                    .query(MetricQuery.series(
                            "sales_to_lead_ratio",
                            Grain.MONTH,
                            new Period(SHOP.days().first(), LAST)));
            judge(answer, share(ended.leads));
        }
    }

    private static void judge(Answer answer, Map<YearMonth, Double> truth) {
        System.out.println("sales to leads   known   arrived          corrected   in the end");
        int young = 0;
        for (int row = 0; row < answer.rows().size(); row++) {
            LocalDate month = (LocalDate) answer.rows().get(row).get(0);
            double said = answer.number(row, "sales_to_lead_ratio").orElseThrow();
            double end = truth.get(YearMonth.from(month));
            var part = answer.immature(month, "sales_to_lead_ratio");
            if (part.isEmpty()) {
                // At most a twentieth is still to come.
                assertThat(said).isBetween(0.93 * end, end);
                continue;
            }
            young++;
            double low = answer.number(row, "sales_to_lead_ratio_low").orElseThrow();
            double high = answer.number(row, "sales_to_lead_ratio_high").orElseThrow();
            double whole = part.get().whole(said);
            System.out.printf(
                    "%s           %.3f   %.2f (%.2f-%.2f)   %.3f       %.3f%n",
                    YearMonth.from(month),
                    said,
                    part.get().arrived(),
                    part.get().low(),
                    part.get().high(),
                    whole,
                    end);
            assertThat(said).isLessThan(0.95 * end);
            assertThat(end).isBetween(low / part.get().high(), high / part.get().low());
            assertThat(Math.abs(whole - end)).isLessThan(Math.abs(said - end));
        }
        assertThat(young).isEqualTo(2);
    }

    private static Map<YearMonth, Double> share(List<Lead> leads) {
        Map<YearMonth, int[]> counts = new TreeMap<>();
        for (Lead lead : leads) {
            int[] of = counts.computeIfAbsent(YearMonth.from(day(lead.created())), any -> new int[2]);
            of[0]++;
            of[1] += lead.stages().customer().isPresent() ? 1 : 0;
        }
        Map<YearMonth, Double> shares = new TreeMap<>();
        counts.forEach((month, of) -> shares.put(month, of[1] / (double) of[0]));
        return shares;
    }

    private static @Nullable Object[] row(Lead lead) {
        LocalDate day = day(lead.created());
        return new @Nullable Object[] {
            "crm",
            day,
            day,
            String.valueOf(lead.number()),
            "Direct",
            day(lead.stages().mql()),
            day(lead.stages().sql()),
            day(lead.stages().customer())
        };
    }

    private static @Nullable LocalDate day(OptionalLong moment) {
        return moment.isPresent() ? day(moment.getAsLong()) : null;
    }

    private static LocalDate day(long moment) {
        return Instant.ofEpochMilli(moment).atZone(ZoneId.of("Asia/Jakarta")).toLocalDate();
    }

    private static void live(Witness desks) {
        Season season = new Season(SHOP.days());
        Newsletter newsletter = new Newsletter(SHOP, season, desks);
        Witness all = new Witnesses(List.of(newsletter, desks));
        Crowd crowd = new Crowd(SHOP, season, newsletter);
        for (LocalDate day : Crowd.each(SHOP.days())) {
            crowd.live(day, all);
            all.dayEnds(day);
        }
    }
}
