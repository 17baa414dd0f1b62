package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Comparison;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** 850 days of a news site in two exports that disagree: each is asked by itself, and how far they lie apart. */
class UpworthyTest {

    private static final Period ALL = new Period(LocalDate.of(2013, 1, 1), LocalDate.of(2015, 4, 30));

    @TempDir
    static Path folder;

    private static RealWorkspace site;

    @BeforeAll
    static void importTheFiles() {
        Shared.path("realdata/upworthy");
        site = new RealWorkspace("situs-berita", folder, ALL).load("upworthy");
    }

    @AfterAll
    static void close() {
        if (site != null) {
            site.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_expected_value() {
        String elsewhere = "the export by country is not among the files";
        return new ExpectedValues("upworthy_ga_daily")
                .answer("ga.days", value -> {
                    value.is(0, site.total("days_of_pageviews"));
                    value.is(1, site.total("days_of_users"));
                })
                .answer("ga.null_sessions_days", value -> value.is(site.total("days_without_sessions")))
                .outOfReach("ga.sum_users_column_WRONG_as_unique", "wrong on purpose: users of days are never added up")
                .answer("ga.sum_new_users", value -> value.is(site.total("first_time_users")))
                .answer("ga.pageviews_sum_pageviews_file", value -> value.is(site.total("page_views")))
                .answer("ga.pageviews_sum_users_file", value -> value.is(site.total("pageviews_of_users_export")))
                .answer(
                        "ga.days_where_two_files_disagree_on_pageviews",
                        value -> value.is(site.total("exports_disagree")))
                .answer("ga.median_abs_disagreement", value -> value.is(site.total("exports_median_gap")))
                .answer("ga.max_abs_disagreement", value -> value.is(site.total("exports_largest_gap")))
                .answer("ga.bounce_weighted_by_sessions", value -> value.is(site.total("site_bounce_rate")))
                .outOfReach("ga.bounce_plain_mean_WRONG", "wrong on purpose: a quiet day would weigh like a busy one")
                .answer("ga.session_seconds_weighted", value -> value.is(site.total("session_seconds")))
                .answer("ga.pageviews_by_month", UpworthyTest::months)
                .answer("ga.nov2013_vs_nov2014_change", UpworthyTest::november)
                .answer("ga.peak_day", UpworthyTest::peak)
                .outOfReach("ga.countries", elsewhere)
                .outOfReach("ga.us_share_sessions", elsewhere)
                .outOfReach("ga.mojibake_country_names", elsewhere)
                .tests();
    }

    @Test
    void daily_users_are_not_added_up_to_users_of_the_whole_time() {
        assertThat(site.ask(site.question("visitors")).number(0, "visitors")).isEmpty();
    }

    private static void months(ExpectedValues.Value value) {
        value.is(site.byMonth(site.question("page_views")));
    }

    private static void november(ExpectedValues.Value value) {
        Period november = new Period(LocalDate.of(2014, 11, 1), LocalDate.of(2014, 11, 30));
        Answer answer = site.ask(MetricQuery.series("page_views", Grain.MONTH, november)
                .display(Display.comparing(Comparison.LAST_YEAR)));
        double before = answer.number(0, "page_views_before").orElseThrow();
        value.is(answer.number(0, "page_views").orElseThrow() / before - 1);
    }

    private static void peak(ExpectedValues.Value value) {
        double views = site.total("peak_day_pageviews");
        value.is(1, views);
        Answer days = site.ask(MetricQuery.series("page_views", Grain.DAY, ALL));
        assertThat(IntStream.range(0, days.rows().size())
                        .filter(row -> days.number(row, "page_views").equals(Optional.of(views)))
                        .mapToObj(row -> String.valueOf(days.rows().get(row).get(0))))
                .containsExactly(value.value().get(0).asString());
    }
}
