package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.AccountSettings;
import dev.ukur.model.EngineSettings;
import dev.ukur.model.IntakeRules;
import dev.ukur.model.PrivacyRules;
import dev.ukur.model.RejectRules;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.time.FiscalCalendar;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.Month;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SettingsReaderTest {

    @Test
    void everything_said_is_read() {
        Yaml<WorkspaceSettings> read = settings("""
                name: Toko Lereng
                time_zone: WITA
                currency: USD
                language: en
                brand_terms: [Lereng, "Kopi Lereng"]
                accounts:
                  google-ads:
                    account: iklan
                    currency: IDR
                    time_zone: Asia/Jakarta
                    numbers: comma
                    dates: dmy
                """);

        AccountSettings account = new AccountSettings(
                Optional.of("iklan"),
                Optional.of("IDR"),
                Optional.of(ZoneId.of("Asia/Jakarta")),
                Optional.of("comma"),
                Optional.of("dmy"));
        WorkspaceSettings expected = new WorkspaceSettings(
                "Toko Lereng",
                ZoneId.of("Asia/Makassar"),
                "USD",
                "en",
                List.of("lereng", "kopi lereng"),
                Map.of("google-ads", account));
        assertThat(read).isEqualTo(new Yaml<>(expected, List.of()));
    }

    @Test
    void weeks_and_years_may_begin_another_day_and_month() {
        assertThat(settings("week_start: sunday\nfiscal_year_start: 4").value().calendar())
                .isEqualTo(new FiscalCalendar(DayOfWeek.SUNDAY, Month.APRIL));
        assertThat(settings("week_start: minggu\nfiscal_year_start: april").problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem).contains("yaml-not-one-of"));
    }

    @Test
    void a_distributed_engine_is_named_with_its_place_and_where_its_password_comes_from() {
        assertThat(settings("""
                engine:
                  trino: {url: "jdbc:trino://trino.toko.id:443?SSL=true", user: toko, password_from: TRINO_PASSWORD, catalog: lake, schema: pemasaran, timeout_seconds: 60,
                    files: {folder: /mnt/danau, location: "s3://danau/ukur"}}
                """).value().trino())
                .contains(new EngineSettings(
                        "jdbc:trino://trino.toko.id:443?SSL=true",
                        "toko",
                        Optional.of("TRINO_PASSWORD"),
                        "lake",
                        "pemasaran",
                        60,
                        Optional.of(new EngineSettings.Files("/mnt/danau", "s3://danau/ukur"))));
        assertThat(settings("engine: {trino: {url: 'jdbc:trino://trino:8080', catalog: lake}}")
                        .value()
                        .trino())
                .contains(new EngineSettings(
                        "jdbc:trino://trino:8080", "ukur", Optional.empty(), "lake", "ukur", 300, Optional.empty()));
        assertThat(settings("engine: {trino: {url: 'jdbc:trino://trino:8080', catalog: lake, files: {folder: /mnt}}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("location");
    }

    @Test
    void an_engine_is_not_guessed_and_its_secrets_are_not_written_down() {
        Yaml<WorkspaceSettings> read = settings("""
                engine:
                  trino: {url: "jdbc:trino://trino:8080?password=rahasia", catalog: lake; drop, schema: A, timeout_seconds: 0}
                """);
        assertThat(read.value().trino()).isEmpty();
        assertThat(read.problems())
                .anyMatch(problem -> problem.startsWith("ukur.yaml:2:11 error engine-url"))
                .noneMatch(problem -> problem.contains("rahasia"))
                .anyMatch(problem -> problem.contains("engine-name {key=catalog"))
                .anyMatch(problem -> problem.contains("engine-name {key=schema"))
                .anyMatch(problem -> problem.contains("settings-out-of-range {key=timeout_seconds"));
        assertThat(settings("engine: {trino: {url: 'jdbc:postgresql://x/y', catalog: lake}}")
                        .problems())
                .singleElement()
                .asString()
                .contains("engine-url");
    }

    @Test
    void a_workspace_that_says_nothing_is_in_jakarta_and_counts_rupiah() {
        assertThat(settings("")).isEqualTo(new Yaml<>(WorkspaceSettings.defaults("toko"), List.of()));
    }

    @Test
    void every_mistake_is_told_at_its_place() {
        Yaml<WorkspaceSettings> read = settings("""
                time_zone: Asia/Jakrata
                currency: Rp
                language: jv
                curency: IDR
                accounts:
                  meta: {currency: idr, numbers: koma, zone: WIB}
                """);

        assertThat(read.problems())
                .containsExactly(
                        "ukur.yaml:4:1 error yaml-unknown-key {key=curency, nearest=currency, allowed=accounts, appearance,"
                                + " brand_terms, currency, engine, fiscal_year_start, language, name, privacy, rejects, time_zone,"
                                + " traffic, week_start}",
                        "ukur.yaml:1:12 error settings-unknown-zone {value=Asia/Jakrata, nearest=Asia/Jakarta}",
                        "ukur.yaml:2:11 error settings-unknown-currency {value=Rp, nearest=IDR}",
                        "ukur.yaml:3:11 error yaml-not-one-of {key=language, value=jv, allowed=id, en, nearest=en}",
                        "ukur.yaml:6:40 error yaml-unknown-key {key=zone, nearest=–, allowed=account, currency, dates,"
                                + " numbers, time_zone}",
                        "ukur.yaml:6:20 error settings-unknown-currency {value=idr, nearest=IDR}",
                        "ukur.yaml:6:34 error yaml-not-one-of {key=numbers, value=koma, allowed=dot, comma,"
                                + " nearest=comma}");
    }

    @Test
    void what_holds_for_all_that_comes_in_is_a_matter_of_three_keys() {
        Yaml<WorkspaceSettings> read = settings("""
                traffic:
                  own_sites: www.Kasir.example
                  gateways: [bayar.example]
                  repairs:
                    lower: [campaign]
                    source: {instagram: [IGG, insta]}
                rejects: {hold_above: 0.05, keep_days: 90}
                privacy: {personal_data: keep, phone_country: 60}
                """);

        IntakeRules intake = read.value().intake();
        assertThat(read.problems()).isEmpty();
        assertThat(intake.traces().ownSites()).containsExactly("kasir.example");
        assertThat(intake.traces().handsOn("app.bayar.example")).isTrue();
        assertThat(intake.traces().repairs().mend("source", "igg")).isEqualTo("instagram");
        assertThat(intake.traces().repairs().mend("campaign", "Lebaran")).isEqualTo("lebaran");
        assertThat(intake.rejects()).isEqualTo(new RejectRules(0.05, 90));
        assertThat(intake.privacy()).isEqualTo(new PrivacyRules(true, "60"));
    }

    @Test
    void a_share_above_one_or_days_below_none_are_refused() {
        assertThat(settings("rejects: {hold_above: 5, keep_days: -1}\n").problems())
                .containsExactly(
                        "ukur.yaml:1:11 error settings-out-of-range {key=hold_above, value=5, range=0 - 1}",
                        "ukur.yaml:1:26 error settings-out-of-range {key=keep_days, value=-1, range=0 - 36500}");
    }

    private static Yaml<WorkspaceSettings> settings(String text) {
        return Yaml.read("ukur.yaml", text, map -> SettingsReader.read(map, Path.of("toko")));
    }
}
