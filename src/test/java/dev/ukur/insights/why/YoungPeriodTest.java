package dev.ukur.insights.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Told;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Rows;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two leads a day from January to April; one of them becomes an MQL after 20 days. */
class YoungPeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 4, 30);
    private static final Period APRIL = Grain.MONTH.around(LAST);

    @TempDir
    private Path folder;

    @Test
    void a_month_of_which_much_is_still_to_arrive_is_not_explained() {
        try (Rows rows = leads()) {
            Finding finding = new Why("mql_rate", Optional.of(APRIL), Comparison.PREVIOUS).find(Desks.of(rows));

            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(finding.answer().code()).isEqualTo("why-immature");
            // The first ten days of thirty are there.
            assertThat(Told.answer(finding, Language.EN)).contains("33.3%");
            assertThat(Told.answer(finding, Language.ID)).contains("belum dibandingkan");
        }
    }

    @Test
    void without_days_the_last_mature_month_is_explained() {
        try (Rows rows = leads()) {
            Finding finding = new Why("mql_rate", Optional.empty(), Comparison.PREVIOUS).find(Desks.of(rows));

            assertThat(finding.answer().code()).isEqualTo("why-noise");
            assertThat(Told.answer(finding, Language.EN)).contains("Mar 2026").doesNotContain("Apr 2026");
        }
    }

    private Rows leads() {
        StringBuilder text = new StringBuilder("account,period_start,period_end,lead_id,stage,channel,mql_on\n");
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            LocalDate mql = day.plusDays(20);
            text.append("crm,%s,%s,a%s,lead,Email,%s%n".formatted(day, day, day, mql.isAfter(LAST) ? "" : mql));
            text.append("crm,%s,%s,b%s,lead,Email,%n".formatted(day, day, day));
        });
        Rows rows = new Rows(folder);
        rows.load("leads", text.toString());
        return rows;
    }
}
