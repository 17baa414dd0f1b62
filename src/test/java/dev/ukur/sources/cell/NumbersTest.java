package dev.ukur.sources.cell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.sources.cell.Bounded.Bound;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {

    private static final Numbers DOT = Numbers.in(NumberLocale.DOT);
    private static final Numbers COMMA = Numbers.in(NumberLocale.COMMA);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "0 | 0",
                "42 | 42",
                "1,234.56 | 1234.56",
                "1,234,567 | 1234567",
                "150.000 | 150.000",
                "0.123 | 0.123",
                ".5 | 0.5",
                "1234.567 | 1234.567",
                "-12.5 | -12.5",
                "+3 | 3",
                "\u221212.5 | -12.5",
                "(1,250.00) | -1250.00",
                "($5.25) | -5.25",
                "$1,234.56 | 1234.56",
                "US$ 1,234.56 | 1234.56",
                "-$5 | -5",
                "$-5 | -5",
                "IDR 150,000 | 150000",
                "12.50 EUR | 12.50",
                "1'234.50 | 1234.50",
                "1 234 567 | 1234567",
                "1e-05 | 0.00001",
                "2.5E-3 | 0.0025",
                "007 | 7",
                "12345678901234567890.12 | 12345678901234567890.12",
            })
    void english_numbers_are_read_as_written(String text, BigDecimal expected) {
        assertThat(DOT.number(text).orNull()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "150.000 | 150000",
                "1.250.000,5 | 1250000.5",
                "Rp 1.250.000 | 1250000",
                "Rp1.250.000,50 | 1250000.50",
                "Rp. 8.000 | 8000",
                "rp 8.000 | 8000",
                "IDR\u00A0150.000 | 150000",
                "-Rp 5.000 | -5000",
                "Rp -5.000 | -5000",
                "(Rp 5.000) | -5000",
                "1.234,56 | 1234.56",
                "1.234,56 \u20AC | 1234.56",
                "1\u202F234,56 | 1234.56",
                "1\u00A0234\u00A0567,89 | 1234567.89",
                "0,500 | 0.500",
                "12,5 | 12.5",
                "\t 7 \u00A0 | 7",
            })
    void indonesian_german_and_french_numbers_are_read_as_written(String text, BigDecimal expected) {
        assertThat(COMMA.number(text).orNull()).isEqualByComparingTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "1.25",
                "12.50",
                "1.2345",
                "1234.567",
                "0.123",
                "1.23.456",
                "1,234.56",
                "1,2,3",
                "1.234,",
                ",",
                "Rp",
                "-",
                "--",
                "()",
                "1.234 567",
                "1..234",
                "abc",
                "12abc",
                "5-",
                "(-5)",
                "--5",
                "1E+7",
                "1.0E7",
                "4,62%",
                "<5",
                "1 M",
                "2 miliar",
                "1,2 jt",
                "\u0661\u0662",
                "NaN",
                "Infinity",
                "0x10",
                "1_000",
                "Rp Rp 5",
                "5 5",
                "1,5e-",
                "12:30",
                "2026-09-01"
            })
    void what_breaks_the_comma_rules_is_rejected(String text) {
        assertThat(COMMA.number(text)).isEqualTo(CellResult.rejected(Reject.NOT_A_NUMBER));
    }

    @Test
    void grouping_is_strict_so_1_25_never_reads_as_125() {
        assertThat(COMMA.number("1.25").rejection()).contains(Reject.NOT_A_NUMBER);
        assertThat(DOT.number("1,25").rejection()).contains(Reject.NOT_A_NUMBER);
    }

    @Test
    void empty_cells_and_null_markers_hold_nothing_which_is_not_zero() {
        Numbers numbers = DOT.withNulls(NullMarkers.of(List.of("--", "-", "n/a")));
        for (String text : List.of("", " ", "\u00A0", " --", "-", "N/A ", "\t")) {
            assertThat(numbers.number(text)).as("<%s>", text).isEqualTo(CellResult.nothing());
        }
        assertThat(numbers.number("0").orNull()).isEqualByComparingTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "4.62% | SIGNED | 0.0462 | EXACT",
                "100 % | SIGNED | 1 | EXACT",
                "100\u00A0% | SIGNED | 1 | EXACT",
                "< 10% | SIGNED | 0.1 | LT",
                "> 90% | SIGNED | 0.9 | GT",
                "<1% | FRACTION | 0.01 | LT",
                "0.0462 | FRACTION | 0.0462 | EXACT",
                "4.62 | PERCENT | 0.0462 | EXACT",
                "-3.5% | SIGNED | -0.035 | EXACT",
            })
    void shares_have_one_as_the_whole_and_keep_their_bound(
            String text, ShareForm plain, BigDecimal value, Bound bound) {
        Bounded share = requireNonNull(DOT.share(text, plain).orNull());
        assertThat(share.value()).isEqualByComparingTo(value);
        assertThat(share.bound()).isEqualTo(bound);
    }

    @Test
    void a_plain_number_is_no_share_unless_the_profile_says_which() {
        assertThat(DOT.share("4.62", ShareForm.SIGNED).rejection()).contains(Reject.NOT_A_NUMBER);
    }

    @Test
    void masked_counts_keep_their_bound() {
        assertThat(DOT.bounded("<5").orNull()).isEqualTo(new Bounded(new BigDecimal("5"), Bound.LT));
        assertThat(DOT.bounded("< 1").orNull()).isEqualTo(new Bounded(new BigDecimal("1"), Bound.LT));
        assertThat(COMMA.bounded(">1.000").orNull()).isEqualTo(new Bounded(new BigDecimal("1000"), Bound.GT));
        assertThat(DOT.bounded("7").orNull()).isEqualTo(new Bounded(new BigDecimal("7"), Bound.EXACT));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1,2 jt | 1200000",
                "1,2jt | 1200000",
                "15 rb | 15000",
                "15RB | 15000",
                "2 miliar | 2000000000",
                "1,5 juta | 1500000",
                "3 ribu | 3000",
                "Rp 1,25 triliun | 1250000000000",
                "1,5K | 1500",
            })
    void multiplying_words_are_read_where_asked_for(String text, BigDecimal expected) {
        assertThat(COMMA.withWordMultipliers().number(text).orNull()).isEqualByComparingTo(expected);
    }

    @Test
    void a_lone_m_is_refused_for_it_may_be_miliar_or_million() {
        assertThat(COMMA.withWordMultipliers().number("2 M").rejection()).contains(Reject.NOT_A_NUMBER);
    }

    @Test
    void whole_numbers_have_no_fraction_and_fit() {
        assertThat(DOT.whole("12.00").orNull()).isEqualTo(12L);
        assertThat(COMMA.whole("1.234").orNull()).isEqualTo(1234L);
        assertThat(DOT.whole("9,223,372,036,854,775,807").orNull()).isEqualTo(Long.MAX_VALUE);
        assertThat(DOT.whole("12.5").rejection()).contains(Reject.NOT_A_NUMBER);
        assertThat(DOT.whole("9,223,372,036,854,775,808").rejection()).contains(Reject.NOT_A_NUMBER);
        assertThat(DOT.whole("").isNothing()).isTrue();
    }

    @Test
    void a_currency_mark_names_its_code_unless_many_share_it() {
        assertThat(Numbers.currencyOf("Rp 1.250.000")).contains("IDR");
        assertThat(Numbers.currencyOf("12,50 €")).contains("EUR");
        assertThat(Numbers.currencyOf("US$5")).contains("USD");
        assertThat(Numbers.currencyOf("$5")).isEmpty();
        assertThat(Numbers.currencyOf("5")).isEmpty();
    }

    @Test
    void what_is_printed_in_a_locale_is_read_back_the_same() {
        long seed = 20261124L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(5));
            for (NumberLocale locale : NumberLocale.values()) {
                String text = print(value, locale);
                assertThat(Numbers.in(locale).number(text).orNull())
                        .as("seed %d, %s in %s", seed, text, locale)
                        .isEqualByComparingTo(value);
            }
        }
    }

    @Test
    void evidence_never_names_a_locale_the_number_was_not_printed_in() {
        long seed = 71L;
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            BigDecimal value = BigDecimal.valueOf(random.nextLong() >> random.nextInt(60), random.nextInt(5));
            NumberEvidence evidence = new NumberEvidence();
            evidence.add(print(value, NumberLocale.COMMA));
            assertThat(evidence.verdict())
                    .as("seed %d, %s", seed, value)
                    .isNotIn(NumberEvidence.Verdict.DOT, NumberEvidence.Verdict.MIXED);
        }
    }

    @Test
    void random_text_is_never_an_exception() {
        long seed = 5L;
        Random random = new Random(seed);
        String alphabet = "0123456789.,-+()%<>RpIDRjtrbEe $€'\u00A0\u202F\u2212\uD83D\u0000x\n";
        NumberEvidence evidence = new NumberEvidence();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(12); n > 0; n--) {
                boolean wild = random.nextInt(20) == 0;
                text.append(wild ? (char) random.nextInt(65536) : alphabet.charAt(random.nextInt(alphabet.length())));
            }
            evidence.add(text.toString());
            for (NumberLocale locale : NumberLocale.values()) {
                Numbers numbers = Numbers.in(locale).withWordMultipliers();
                CellResult<BigDecimal> result = numbers.number(text.toString());
                int cases = (result.orNull() == null ? 0 : 1)
                        + (result.isNothing() ? 1 : 0)
                        + (result.rejection().isPresent() ? 1 : 0);
                assertThat(cases).as("seed %d, <%s>", seed, text).isEqualTo(1);
                assertThat(numbers.share(text.toString(), ShareForm.FRACTION)).isNotNull();
            }
        }
    }

    private static String print(BigDecimal value, NumberLocale locale) {
        DecimalFormatSymbols symbols = DecimalFormatSymbols.getInstance(Locale.ROOT);
        symbols.setDecimalSeparator(locale.decimal());
        symbols.setGroupingSeparator(locale.group());
        DecimalFormat format = new DecimalFormat("#,##0.####", symbols);
        return format.format(value);
    }
}
