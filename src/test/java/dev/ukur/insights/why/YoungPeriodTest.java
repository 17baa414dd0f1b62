package dev.ukur.insights.why;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.i18n.Language;
import dev.ukur.insights.Desks;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.insights.contrast.Contrast;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Rows;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two leads a day from January to April; the one by e-mail becomes an MQL after 20 days, the one from the web never. */
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
            assertThat(finding.answer().code()).isEqualTo("unsettled-share");
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

    @Test
    void days_that_a_source_may_restate_are_not_explained() {
        try (Rows rows = ads()) {
            Finding april = new Why("clicks", Optional.of(APRIL), Comparison.PREVIOUS).find(Desks.of(rows));
            Finding before = new Why("clicks", Optional.empty(), Comparison.PREVIOUS).find(Desks.of(rows));

            assertThat(april.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(april.answer().code()).isEqualTo("unsettled-restated");
            assertThat(Told.answer(april, Language.EN)).contains("24–30 Apr 2026");
            assertThat(Told.answer(before, Language.EN)).contains("Mar 2026").doesNotContain("Apr 2026");
        }
    }

    /** By 30 April what follows on the days until 10 April has arrived: 100 leads of each channel. */
    @Test
    void groups_are_compared_on_days_that_are_final() {
        try (Rows rows = leads()) {
            Finding all = contrast(Optional.empty()).find(Desks.of(rows));
            Finding late = contrast(Optional.of(new Period(LocalDate.of(2026, 4, 15), LAST)))
                    .find(Desks.of(rows));

            assertThat(Told.answer(all, Language.EN)).contains("100%");
            assertThat(all.evidence().get(0).rows())
                    .extracting(row -> row.get(2))
                    .containsOnly(Term.count(100));
            assertThat(all.caveats()).extracting(Sentence::code).contains("contrast-settled");
            assertThat(late.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            assertThat(Told.answer(late, Language.ID)).contains("10 Apr 2026");
        }
    }

    private static Contrast contrast(Optional<Period> days) {
        return new Contrast("mql_rate", "channel = 'Email'", "channel = 'Web'", Optional.empty(), days);
    }

    /** A hundred clicks a day; of the last week the platform may think again. */
    private Rows ads() {
        StringBuilder text = new StringBuilder(
                "account,period_start,period_end,breakdown,platform,campaign,source,medium,channel,impressions,clicks,spend,currency\n");
        FIRST.datesUntil(LAST.plusDays(1))
                .forEach(day -> text.append(
                        "ads,%s,%s,campaign,google,C,google,cpc,Paid Search,1000,100,10.00,IDR%n".formatted(day, day)));
        Rows rows = new Rows(folder);
        rows.provisional("ad_performance", LocalDate.of(2026, 4, 24), text.toString());
        return rows;
    }

    private Rows leads() {
        StringBuilder text = new StringBuilder("account,period_start,period_end,lead_id,stage,channel,mql_on\n");
        FIRST.datesUntil(LAST.plusDays(1)).forEach(day -> {
            LocalDate mql = day.plusDays(20);
            text.append("crm,%s,%s,a%s,lead,Email,%s%n".formatted(day, day, day, mql.isAfter(LAST) ? "" : mql));
            text.append("crm,%s,%s,b%s,lead,Web,%n".formatted(day, day, day));
        });
        Rows rows = new Rows(folder);
        rows.load("leads", text.toString());
        return rows;
    }
}
