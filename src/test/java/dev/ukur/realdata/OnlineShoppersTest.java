package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.metrics.Answer;
import dev.ukur.metrics.Display;
import dev.ukur.metrics.MetricQuery;
import dev.ukur.stats.Interval;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.stats.compare.Proportion;
import dev.ukur.stats.compare.TwoProportions;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** 12,330 sessions of an online shop: conversion by segment, and which segments differ. */
class OnlineShoppersTest {

    private static final Map<String, String> DIMENSIONS = Map.of(
            "VisitorType", "visitor_type",
            "Month", "session_month",
            "Weekend", "weekend",
            "SpecialDay", "special_day",
            "TrafficType", "traffic_type");

    @TempDir
    static Path folder;

    private static RealWorkspace shop;

    @BeforeAll
    static void importTheFile() {
        Shared.path("realdata/uci_online_shoppers");
        Period year = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));
        shop = new RealWorkspace("toko-sesi", folder, year).loadWithoutDays("uci_online_shoppers");
    }

    @AfterAll
    static void close() {
        if (shop != null) {
            shop.close();
        }
    }

    @TestFactory
    Stream<DynamicTest> every_expected_value() {
        return new ExpectedValues("uci_online_shoppers")
                .answer("rows", value -> value.is(shop.total("session_count")))
                .answer("duplicate_rows", value -> value.is(shop.total("repeated_sessions")))
                .answer("conversion", OnlineShoppersTest::conversion)
                .answer(
                        "new_minus_returning",
                        value -> difference(
                                value,
                                sessions("visitor_type = 'New_Visitor'"),
                                sessions("visitor_type = 'Returning_Visitor'")))
                .answer("near_special_day_minus_other", OnlineShoppersTest::specialDays)
                .outOfReach("special_day_month_standardised", "no metric weighs strata (Mantel-Haenszel)")
                .answer("special_day_sessions_by_month", value -> value.is(specialSessionsByMonth()))
                .answer("mean_bounce_rate", value -> value.is(shop.total("session_bounce_rate")))
                .answer("mean_exit_rate", value -> value.is(shop.total("session_exit_rate")))
                .answer("mean_page_value", value -> value.is(shop.total("session_page_value")))
                .answer(
                        "conv_pagevalue_positive_minus_zero",
                        value -> difference(
                                value, sessions("has_page_value = 'yes'"), sessions("has_page_value = 'no'")))
                .answer("traffic_types", value -> value.is(shop.total("session_traffic_types")))
                .answer("traffic_types_n100_vs_rest_p_and_bh", OnlineShoppersTest::chances)
                .answer("traffic_types_different_at_bh_5pct", OnlineShoppersTest::marks)
                .tests();
    }

    private static void conversion(ExpectedValues.Value value) {
        Optional<String> where =
                value.key().contains("|") ? Optional.of(filter(value.segment().split("="))) : Optional.empty();
        Answer answer = shop.ask(new MetricQuery(
                List.of("session_buyers", "session_count", "session_conversion"),
                List.of(),
                Grain.TOTAL,
                shop.question("session_count").period(),
                where,
                Optional.empty()));
        value.is("x", answer.number(0, "session_buyers").orElseThrow());
        value.is("n", answer.number(0, "session_count").orElseThrow());
        value.is("rate", answer.number(0, "session_conversion").orElseThrow());
        value.is("lo", answer.number(0, "session_conversion_low").orElseThrow());
        value.is("hi", answer.number(0, "session_conversion_high").orElseThrow());
    }

    /** The file writes TRUE for True and 1 for 1.0. */
    private static String filter(String[] segment) {
        String member = segment[1].replaceAll("\\.0$", "");
        boolean flag = segment[0].equals("Weekend");
        return "%s = '%s'".formatted(DIMENSIONS.get(segment[0]), flag ? member.toUpperCase(Locale.ROOT) : member);
    }

    private static void specialDays(ExpectedValues.Value value) {
        String months = value.key().contains("|") ? " and session_month in ('Feb', 'May')" : "";
        difference(value, sessions("near_special_day = 'yes'" + months), sessions("near_special_day = 'no'" + months));
    }

    private static Proportion sessions(String where) {
        return new Proportion(shop.total("session_buyers", where), shop.total("session_count", where));
    }

    private static void difference(ExpectedValues.Value value, Proportion first, Proportion second) {
        TwoProportions two = new TwoProportions(first, second);
        Interval interval = two.newcombe();
        value.is("diff", two.difference());
        value.is("lo", interval.low());
        value.is("hi", interval.high());
        value.is("ratio", first.share() / second.share());
        value.is("z", two.zTest().statistic());
        value.is("p", two.zTest().p());
    }

    private static Map<String, Double> specialSessionsByMonth() {
        Answer answer = shop.ask(shop.question("session_count")
                .by(List.of("session_month"), Grain.TOTAL)
                .where(Optional.of("near_special_day = 'yes'")));
        return IntStream.range(0, answer.rows().size())
                .boxed()
                .collect(Collectors.toMap(
                        row -> (String) answer.rows().get(row).get(0),
                        row -> answer.number(row, "session_count").orElseThrow()));
    }

    /** Each traffic type of 100 sessions or more against all other sessions, from the counts the metrics give. */
    private static void chances(ExpectedValues.Value value) {
        Map<String, Double> buyers = shop.by("session_buyers", "traffic_type");
        Map<String, Double> sessions = shop.by("session_count", "traffic_type");
        double allBuyers = shop.total("session_buyers");
        double all = shop.total("session_count");
        List<String> types = sessions.keySet().stream()
                .filter(type -> sessions.get(type) >= 100)
                .toList();
        double[] p = types.stream()
                .mapToDouble(type -> new TwoProportions(
                                new Proportion(buyers.get(type), sessions.get(type)),
                                new Proportion(allBuyers - buyers.get(type), all - sessions.get(type)))
                        .zTest()
                        .p())
                .toArray();
        double[] adjusted = ManyTests.benjaminiHochberg(p);
        assertThat(types).containsExactlyInAnyOrderElementsOf(value.value().propertyNames());
        for (int i = 0; i < p.length; i++) {
            JsonNode wanted = value.value().get(types.get(i));
            assertThat(p[i]).as(types.get(i)).isCloseTo(wanted.get(0).asDouble(), within(1e-9));
            assertThat(adjusted[i]).as(types.get(i)).isCloseTo(wanted.get(1).asDouble(), within(1e-9));
        }
    }

    /** The product's own marks, with the traffic types of fewer than 100 sessions as one rest. */
    private static void marks(ExpectedValues.Value value) {
        long large = shop.by("session_count", "traffic_type").values().stream()
                .filter(n -> n >= 100)
                .count();
        Display display = new Display(
                Optional.empty(), Optional.of((int) large), Optional.empty(), Optional.empty(), false, true);
        Answer answer = shop.ask(new MetricQuery(
                        List.of("session_count", "session_conversion"),
                        List.of("traffic_type"),
                        Grain.TOTAL,
                        shop.question("session_count").period(),
                        Optional.empty(),
                        Optional.empty())
                .display(display));
        int mark = answer.index("session_conversion_differs");
        assertThat(answer.rows().stream()
                        .filter(row -> Boolean.TRUE.equals(row.get(mark)))
                        .map(row -> (String) row.get(0))
                        .filter(type -> !type.equals("(others)")))
                .containsExactlyInAnyOrderElementsOf(
                        value.value().valueStream().map(JsonNode::asString).toList());
    }
}
