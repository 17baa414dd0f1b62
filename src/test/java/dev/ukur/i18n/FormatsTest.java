package dev.ukur.i18n;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The table of the design, row by row; a no-break space is written as {@code _} here. */
class FormatsTest {

    private final Formats id = Formats.of(Language.ID, "IDR");
    private final Formats en = Formats.of(Language.EN, "IDR");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1312     | 1.312     | 1,312",
                "0        | 0         | 0",
                "-152     | −152      | −152",
                "24.83    | 24,8      | 24.8",
                "582.6    | 583       | 583",
                "1250000  | 1.250.000 | 1,250,000",
                "999999.5 | 1.000.000 | 1,000,000",
                "0.004    | 0,004     | 0.004"
            })
    void counts_are_grouped_and_only_small_ones_keep_a_decimal(double value, String indonesian, String english) {
        assertThat(id.count(value)).isEqualTo(indonesian);
        assertThat(en.count(value)).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1250000 | Rp_1.250.000 | Rp_1,250,000",
                "-9800   | −Rp_9.800    | −Rp_9,800",
                "1249.5  | Rp_1.250     | Rp_1,250",
                "0       | Rp_0         | Rp_0"
            })
    void rupiah_has_a_no_break_space_no_sen_and_its_minus_first(double value, String indonesian, String english) {
        assertThat(visible(id.money(value))).isEqualTo(indonesian);
        assertThat(visible(en.money(value))).isEqualTo(english);
    }

    @Test
    void other_currencies_keep_their_code_and_cents() {
        assertThat(visible(Formats.of(Language.EN, "USD").money(1234.5))).isEqualTo("USD_1,234.50");
        assertThat(visible(Formats.of(Language.ID, "EUR").money(-0.5))).isEqualTo("−EUR_0,50");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "18400000      | Rp_18,4_jt     | Rp_18.4m",
                "1234567       | Rp_1,23_jt     | Rp_1.23m",
                "1090000000    | Rp_1,09_miliar | Rp_1.09bn",
                "150000        | Rp_150_rb      | Rp_150k",
                "999950        | Rp_1_jt        | Rp_1m",
                "2500000000000 | Rp_2,5_T       | Rp_2.5tn",
                "950           | Rp_950         | Rp_950",
                "-18400000     | −Rp_18,4_jt    | −Rp_18.4m"
            })
    void short_money_keeps_three_digits_and_never_a_bare_m(double value, String indonesian, String english) {
        assertThat(visible(id.briefMoney(value))).isEqualTo(indonesian);
        assertThat(visible(en.briefMoney(value))).isEqualTo(english);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0.034   | 3,4_%   | 3.4%",
                "0.0218  | 2,18_%  | 2.18%",
                "0.618   | 61,8_%  | 61.8%",
                "1       | 100_%   | 100%",
                "0       | 0_%     | 0%",
                "0.00003 | 0,003_% | 0.003%",
                "-0.012  | −1,2_%  | −1.2%"
            })
    void shares_are_percent_and_a_small_one_is_never_zero(double value, String indonesian, String english) {
        assertThat(visible(id.share(value))).isEqualTo(indonesian);
        assertThat(visible(en.share(value))).isEqualTo(english);
    }

    @Test
    void differences_of_shares_are_points_with_their_sign() {
        assertThat(visible(id.points(-0.0008))).isEqualTo("−0,08_poin");
        assertThat(visible(en.points(-0.0008))).isEqualTo("−0.08_pt");
        assertThat(visible(id.points(0.024))).isEqualTo("+2,4_poin");
    }

    @Test
    void intervals_take_a_dash_and_words_where_a_minus_would_be_misread() {
        assertThat(id.interval("2.248", "2.471")).isEqualTo("2.248–2.471");
        assertThat(id.interval(id.count(-152), id.signed(71, id.count(71)))).isEqualTo("−152 s.d. +71");
        assertThat(en.interval(en.count(-152), en.signed(71, en.count(71)))).isEqualTo("−152 to +71");
    }

    @Test
    void numbers_below_each_other_have_as_many_decimals_and_none_becomes_zero() {
        Formats column = id.even(2);
        assertThat(List.of(0.125, 0.0346, 0.61, 0.0, 0.00003).stream()
                        .map(column::share)
                        .map(FormatsTest::visible))
                .containsExactly("12,50_%", "3,46_%", "61,00_%", "0_%", "0,003_%");
        assertThat(column.interval(column.percent(0.0249), column.percent(0.514)))
                .isEqualTo("2,49–51,40");
        assertThat(visible(column.points(-0.1))).isEqualTo("−10,00_poin");
        assertThat(en.even(1).count(1234)).isEqualTo("1,234.0");
        assertThat(en.even(0).ratio(3.0)).isEqualTo("3");
        assertThat(visible(column.money(1250.4))).isEqualTo("Rp_1.250");
    }

    @Test
    void chances_near_the_ends_say_so_instead_of_being_certain() {
        assertThat(visible(id.chance(0.004))).isEqualTo("<_1_%");
        assertThat(visible(en.chance(0.998))).isEqualTo(">_99%");
        assertThat(visible(id.chance(0.31))).isEqualTo("31_%");
    }

    @Test
    void days_and_times_use_the_month_names_of_the_language() {
        LocalDate day = LocalDate.of(2026, 8, 9);
        ZonedDateTime moment = ZonedDateTime.of(2026, 11, 23, 23, 59, 0, 0, ZoneId.of("Asia/Jakarta"));
        assertThat(id.date(day)).isEqualTo("9 Agu 2026");
        assertThat(en.date(day)).isEqualTo("9 Aug 2026");
        assertThat(id.day(LocalDate.of(2026, 12, 31))).isEqualTo("31 Des");
        assertThat(id.weekday(LocalDate.of(2026, 11, 22))).isEqualTo("Min, 22 Nov 2026");
        assertThat(en.weekday(LocalDate.of(2026, 11, 22))).isEqualTo("Sun, 22 Nov 2026");
        assertThat(id.moment(moment)).isEqualTo("23 Nov 2026, 23.59 WIB");
        assertThat(en.moment(moment)).isEqualTo("23 Nov 2026, 23:59 WIB");
    }

    @ParameterizedTest
    @CsvSource({
        "2026-10-01, 2026-10-31, Okt 2026, Oct 2026",
        "2026-10-01, 2026-12-31, Okt–Des 2026, Oct–Dec 2026",
        "2026-04-01, 2027-03-31, Apr 2026–Mar 2027, Apr 2026–Mar 2027",
        "2026-01-01, 2026-12-31, 2026, 2026",
        "2026-11-16, 2026-11-22, 16–22 Nov 2026, 16–22 Nov 2026",
        "2026-10-01, 2026-11-22, 1 Okt–22 Nov 2026, 1 Oct–22 Nov 2026",
        "2025-12-29, 2026-01-04, 29 Des 2025–4 Jan 2026, 29 Dec 2025–4 Jan 2026",
        "2026-05-05, 2026-05-05, 5 Mei 2026, 5 May 2026"
    })
    void periods_have_their_everyday_name(LocalDate first, LocalDate last, String indonesian, String english) {
        Period period = new Period(first, last);
        assertThat(id.period(period)).isEqualTo(indonesian);
        assertThat(en.period(period)).isEqualTo(english);
    }

    @Test
    void durations_are_days_seconds_or_minutes_with_their_word() {
        assertThat(visible(id.daysLong(12.5))).isEqualTo("12,5_hari");
        assertThat(visible(en.daysLong(1))).isEqualTo("1_day");
        assertThat(visible(id.seconds(42))).isEqualTo("42_dtk");
        assertThat(visible(en.seconds(102.4))).isEqualTo("1_min 42_s");
    }

    @Test
    void unknown_is_a_dash_everywhere() {
        @Nullable Number none = null;
        assertThat(id.count(none)).isEqualTo("–");
        assertThat(id.money(none)).isEqualTo("–");
        assertThat(id.brief(none)).isEqualTo("–");
        assertThat(id.share(none)).isEqualTo("–");
        assertThat(id.points(none)).isEqualTo("–");
        assertThat(id.chance(none)).isEqualTo("–");
        assertThat(id.date(null)).isEqualTo("–");
        assertThat(id.period(null)).isEqualTo("–");
        assertThat(id.count(Double.NaN)).isEqualTo("–");
    }

    @Test
    void halves_are_rounded_up_by_their_decimal_digits_not_by_their_binary_ones() {
        assertThat(id.ratio(1.005)).isEqualTo("1,01");
        assertThat(id.ratio(new BigDecimal("2.675"))).isEqualTo("2,68");
    }

    private static String visible(String text) {
        return text.replace('\u00a0', '_');
    }
}
