package dev.ukur.realdata;

import dev.ukur.stats.Estimate;
import dev.ukur.stats.compare.Sample;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** 500 posts of a Facebook page: engagement is a ratio of sums, never the mean of the posts' ratios. */
class FacebookMetricsTest {

    private static final String PAID = "channel = 'Paid Social'";
    private static final String ORGANIC = "channel = 'Organic Social'";

    /** Names of the file and the metrics that add them up. */
    private static final Map<String, String> SUMS = Map.of(
            "T_Reach", "posts_reach",
            "T_Impression", "posts_impressions",
            "Engaged_Users", "posts_engaged",
            "Consumers", "posts_consumers",
            "Consumption", "posts_consumptions",
            "like", "posts_likes",
            "share", "posts_shares",
            "comment", "posts_comments",
            "T_Interactions", "posts_interactions");

    @TempDir
    static Path folder;

    private static RealWorkspace page;

    @BeforeAll
    static void importTheFile() {
        Shared.path("realdata/uci_facebook_metrics");
        Period year = new Period(LocalDate.of(2014, 1, 1), LocalDate.of(2014, 12, 31));
        page = new RealWorkspace("halaman-facebook", folder, year).loadWithoutDays("uci_facebook_metrics");
    }

    @AfterAll
    static void close() {
        if (page != null) {
            page.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_expected_value() {
        return new ExpectedValues("uci_facebook_metrics")
                .answer("rows", value -> value.is(page.total("post_count")))
                .answer("missing", FacebookMetricsTest::missing)
                .answer("posts_by_type", value -> value.is(page.by("post_count", "post_type")))
                .answer("paid_posts", value -> value.is(page.total("post_count", PAID)))
                .answer("sum", value -> SUMS.forEach((name, metric) -> value.is(name, page.total(metric))))
                .answer(
                        "rows_where_interactions_not_sum_of_three",
                        value -> value.is(page.total("interactions_differ")))
                .answer("engagement_rate_by_reach", value -> value.is(ofType("engagement_by_reach", value)))
                .outOfReach(
                        "engagement_rate_mean_of_ratios",
                        "refused on purpose (measure-of-ratios): a post seen by few would weigh like one seen by many")
                .answer("frequency_impressions_per_reach", value -> value.is(ofType("impressions_per_reach", value)))
                .answer("log_reach_paid_vs_organic", value -> welch(value, "log_reach_per_post", "log_reach_squares"))
                .answer("reach_paid_vs_organic", value -> welch(value, "reach_per_post", "reach_squares"))
                .answer("median_reach_paid_organic", value -> both(value, "median_post_reach"))
                .answer("engagement_rate_paid_organic", value -> both(value, "engagement_by_reach"))
                .answer("page_likes_first_last", value -> {
                    value.is(0, page.total("first_page_likes"));
                    value.is(1, page.total("last_page_likes"));
                })
                .answer("posts_by_month", value -> value.is(page.by("post_count", "post_month")))
                .tests();
    }

    private static void missing(ExpectedValues.Value value) {
        value.is("Paid", page.total("paid_unknown"));
        value.is("like", page.total("likes_unknown"));
        value.is("share", page.total("shares_unknown"));
    }

    private static double ofType(String metric, ExpectedValues.Value value) {
        return value.segment().equals("all")
                ? page.total(metric)
                : page.total(metric, "post_type = '" + value.segment() + "'");
    }

    private static void both(ExpectedValues.Value value, String metric) {
        value.is(0, page.total(metric, PAID));
        value.is(1, page.total(metric, ORGANIC));
    }

    /** Welch's test, from the number, mean and sum of squares the metrics give. */
    private static void welch(ExpectedValues.Value value, String mean, String squares) {
        Estimate paid = sample(mean, squares, PAID);
        Estimate organic = sample(mean, squares, ORGANIC);
        Estimate difference = paid.minus(organic);
        value.is("mean1", paid.value());
        value.is("mean2", organic.value());
        value.is("diff", difference.value());
        value.is("lo", difference.interval().low());
        value.is("hi", difference.interval().high());
        value.is("t", difference.value() / difference.se());
        value.is("df", difference.df());
        value.is("p", difference.p());
    }

    private static Estimate sample(String mean, String squares, String where) {
        long posts = Math.round(page.total("post_count", where));
        return Sample.ofSums(posts, page.total(mean, where) * posts, page.total(squares, where))
                .estimate()
                .orElseThrow();
    }
}
