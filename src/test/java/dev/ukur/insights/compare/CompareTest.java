package dev.ukur.insights.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.delivery.report.text.Ink;
import dev.ukur.delivery.report.text.TextReports;
import dev.ukur.i18n.Language;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Rows;
import dev.ukur.problem.ProblemException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class CompareTest {

    private static final Compare ASKED =
            new Compare("A", "B", new Compare.Design("campaign", "purchase", 0.5), Optional.empty());

    @TempDir
    Path folder;

    /** Thirty days of forty visits a group; every {@code a}-th of A and every {@code b}-th of B buys. */
    private static String visits(int a, int b) {
        StringBuilder text =
                new StringBuilder("account,period_start,period_end,visit_id,visitor_id,started_at,ended_at,"
                        + "channel,campaign,is_paid,is_new,pageviews,events,bounced,engaged,duration_s,purchases,form_submits,"
                        + "sign_ups,add_to_carts,checkouts,built_by\n");
        for (int i = 0; i < 2400; i++) {
            boolean first = i % 2 == 0;
            LocalDate day = LocalDate.of(2026, 10, 1).plusDays(i / 80);
            int buys = (i / 2) % (first ? a : b) == 0 ? 1 : 0;
            text.append(
                    "web,%1$s,%1$s,s%2$d,v%2$d,%1$sT02:00:00Z,%1$sT02:09:00Z,Email,%3$s,false,true,1,1,false,true,1,%4$d,0,0,0,0,x%n"
                            .formatted(day, i, first ? "A" : "B", buys));
        }
        return text.toString();
    }

    @Test
    void a_difference_that_is_clear_may_be_decided_whenever_it_is_looked_at() {
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", visits(4, 10));
            Finding finding = ASKED.find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(finding, Language.EN)).startsWith("A converts more often than B: 25% (");
            // A tenth of B and a quarter of A buy: A is 15 points above, which is no share of 15 %.
            assertThat(new TextReports(Messages.of(Language.EN), Ink.PLAIN).finding(finding))
                    .contains("+15\u00a0pt (");
        }
    }

    @Test
    void equal_groups_stay_open_and_say_how_long_to_wait() {
        try (Rows rows = new Rows(folder)) {
            rows.load("visits", visits(10, 10));
            Finding finding = ASKED.find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.NOISE);
            assertThat(finding.reasons()).extracting("code").containsExactly("compare-advice");
            Told.answer(finding, Language.ID);
        }
    }

    @Test
    void without_visits_or_with_a_handful_of_purchases_nothing_is_compared() {
        try (Rows rows = new Rows(folder)) {
            assertThat(ASKED.find(Desks.of(rows)).verdict()).isEqualTo(Verdict.CANNOT_TELL);
            rows.load("visits", visits(1200, 1200));
            Finding finding = ASKED.find(Desks.of(rows));
            assertThat(finding.answer().code()).isEqualTo("compare-too-few");
            Told.answer(finding, Language.ID);
            assertThatThrownBy(
                            () -> new Compare("A", "B", new Compare.Design("colour", "purchase", 0.1), Optional.empty())
                                    .find(Desks.of(rows)))
                    .isInstanceOf(ProblemException.class);
        }
    }
}
