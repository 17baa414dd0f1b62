package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.Ukur;
import dev.ukur.i18n.Language;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.Told;
import dev.ukur.insights.contrast.Contrast;
import dev.ukur.insights.impact.Impact;
import dev.ukur.sources.ImportOptions;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/** What occasions did to three real businesses, beside the numbers that were worked out apart. */
class OccasionsTest {

    @TempDir
    Path folder;

    /** 4 April fell into the days on which the shop was closed, and December 2024 is known by month only. */
    @Test
    void twin_dates_of_a_real_shop_are_told_and_what_cannot_be_tested_is_refused() {
        Path data = Shared.path("realdata/id_shopee");
        JsonNode expected = Shared.expected("id_shopee_2023-12_2024-12");
        Shared.copyExample("toko-shopee", folder);
        try (Ukur ukur = Ukur.open(folder, clock("2025-01-05"))) {
            ukur.load(List.of(data), ImportOptions.standard());
            Finding twins = ukur.find(impact("twin-dates", "orders"));
            assertThat(twins.verdict()).isEqualTo(Verdict.CLEAR);
            assertThat(Told.answer(twins, Language.ID)).startsWith("Tanggal kembar menambah");
            Map<Object, List<Term>> days = days(twins);
            for (JsonNode row :
                    expected.get("twin_date_orders_vs_same_weekday_mean").get("value")) {
                List<Term> told = days.get(Term.day(LocalDate.parse(row.get(0).asString())));
                assertThat(number(told.get(1))).isEqualTo(row.get(1).asDouble());
                assertThat(number(told.get(2))).isCloseTo(row.get(2).asDouble(), within(1e-9));
                assertThat(number(told.get(3))).isEqualTo(row.get(3).asDouble());
            }
            assertThat(refused(twins)).containsExactly(LocalDate.of(2024, 4, 4), LocalDate.of(2024, 12, 12));
            lebaran(
                    ukur.find(impact("lebaran", "orders")),
                    expected.get("lebaran_2024_orders").get("value"));
        }
    }

    private static void lebaran(Finding finding, JsonNode weeks) {
        Told.answer(finding, Language.EN);
        List<Term> row = table(finding, "weeks_around").rows().get(0);
        assertThat(row.get(0)).isEqualTo(Term.days(new Period(LocalDate.of(2024, 4, 10), LocalDate.of(2024, 4, 11))));
        assertThat(row.subList(1, 5).stream().map(OccasionsTest::number))
                .containsExactly(
                        weeks.get("H-14..H-8").asDouble(),
                        weeks.get("H-7..H-1").asDouble(),
                        weeks.get("H..H+6").asDouble(),
                        weeks.get("H+7..H+13").asDouble());
    }

    @Test
    void special_days_raw_and_standardised_over_months() {
        Path data = Shared.path("realdata/uci_online_shoppers");
        JsonNode expected = Shared.expected("uci_online_shoppers");
        Period year = new Period(LocalDate.of(2017, 1, 1), LocalDate.of(2017, 12, 31));
        Shared.copyExample("toko-sesi", folder);
        try (Ukur ukur = Ukur.open(folder, clock("2018-01-05"))) {
            ukur.load(List.of(data), new ImportOptions(Optional.empty(), Optional.of(year), false));
            Finding finding = ukur.find(new Contrast(
                    "session_conversion",
                    "near_special_day = 'yes'",
                    "near_special_day = 'no'",
                    Optional.of("session_month"),
                    Optional.of(year)));
            Told.answer(finding, Language.ID);
            Term.Between raw = finding.estimate().orElseThrow();
            JsonNode want = expected.get("near_special_day_minus_other").get("value");
            assertThat(List.of(raw.value(), raw.low(), raw.high()))
                    .usingElementComparator(close())
                    .containsExactly(
                            want.get("diff").asDouble(),
                            want.get("lo").asDouble(),
                            want.get("hi").asDouble());
            Sentence standardised = finding.reasons().get(0);
            want = expected.get("special_day_month_standardised").get("value");
            assertThat(List.of(
                            number(standardised.facts().get("difference")),
                            number(standardised.facts().get("low")),
                            number(standardised.facts().get("high"))))
                    .usingElementComparator(close())
                    .containsExactly(
                            want.get("diff").asDouble(),
                            want.get("lo").asDouble(),
                            want.get("hi").asDouble());
        }
    }

    /**
     * Public holidays of the United States, on the visits to its government's sites. The first and the last
     * lie in the broken weeks at both ends of the file, so whole weeks cannot change places and no test is given; what each day
     * was against its weekday is plain. The reference takes all days as final, so
     * the profile says so too.
     */
    @Test
    void holidays_empty_government_sites_as_much_as_they_did() throws IOException {
        Path data = Shared.path("realdata/usgov_ga4/live/users.csv");
        JsonNode days = Shared.expected("usgov_ga4_live").get("eventday.all").get("value");
        Shared.copyExample("situs-ga4", folder);
        Path profile = folder.resolve("sources/visits-by-day.yaml");
        Files.writeString(profile, Files.readString(profile).replace("restate_days: 3", "restate_days: 0"));
        StringBuilder calendar = new StringBuilder("occasions:\n");
        days.propertyNames()
                .forEach(day ->
                        calendar.append("  libur-%s: {kind: holiday, title: {id: Libur, en: Holiday}, days: %s}%n"
                                .formatted(day, day)));
        Files.writeString(folder.resolve("calendar.yaml"), calendar);
        try (Ukur ukur = Ukur.open(folder, clock("2024-01-05"))) {
            ukur.load(List.of(withoutTheLastDay(data)), ImportOptions.standard());
            Finding finding = ukur.find(impact("holiday", "visits"));
            assertThat(finding.verdict()).isEqualTo(Verdict.CANNOT_TELL);
            Told.answer(finding, Language.EN);
            Map<Object, List<Term>> told = days(finding);
            days.properties().forEach(entry -> {
                List<Term> row = told.get(Term.day(LocalDate.parse(entry.getKey())));
                assertThat(number(row.get(1)))
                        .as(entry.getKey())
                        .isEqualTo(entry.getValue().get(0).asDouble());
                assertThat(number(row.get(4)))
                        .as(entry.getKey())
                        .isEqualTo(entry.getValue().get(1).asDouble());
                assertThat(number(row.get(5)))
                        .as(entry.getKey())
                        .isCloseTo(entry.getValue().get(2).asDouble(), within(1e-9));
            });
        }
    }

    /** The newest day was partial when the file was made; the expected numbers leave it out. */
    private Path withoutTheLastDay(Path file) throws IOException {
        List<String> lines = Files.readAllLines(file).stream()
                .filter(line -> !line.contains("2024-01-04"))
                .toList();
        return Files.write(folder.resolve("users.csv"), lines);
    }

    private static Impact impact(String occasion, String metric) {
        return new Impact(occasion, metric, Optional.empty(), Optional.empty());
    }

    private static Map<Object, List<Term>> days(Finding finding) {
        return table(finding, "event_days").rows().stream().collect(Collectors.toMap(row -> row.get(0), row -> row));
    }

    private static List<LocalDate> refused(Finding finding) {
        return finding.caveats().stream()
                .filter(caveat -> caveat.code().equals("impact-refused"))
                .map(caveat -> ((Term.Days) caveat.facts().get("days")).period().first())
                .toList();
    }

    private static Evidence table(Finding finding, String name) {
        return finding.evidence().stream()
                .filter(table -> table.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static double number(Term term) {
        if (term instanceof Term.Amount amount) {
            return amount.value();
        }
        return term instanceof Term.Growth growth ? growth.value() : ((Term.Change) term).value();
    }

    private static java.util.Comparator<Double> close() {
        return (one, other) -> Math.abs(one - other) <= 1e-8 ? 0 : Double.compare(one, other);
    }

    private static Clock clock(String day) {
        return Clock.fixed(Instant.parse(day + "T00:00:00Z"), ZoneOffset.UTC);
    }
}
