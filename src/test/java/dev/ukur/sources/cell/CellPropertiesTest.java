package dev.ukur.sources.cell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.HeaderName;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What holds of every number, date, column and header: written one way, it is read as that or not at all. */
class CellPropertiesTest {

    private static final long SEED = 20261127L;
    private static final int ROUNDS = 20_000;
    private static final String ALPHABET = "0123456789..,,  -+()%RpIDRMj\u00A0\u202F'/:TZWIBabcSept";
    private static final List<String> MONTHS = List.of(
            "Januari",
            "Februari",
            "Maret",
            "April",
            "Mei",
            "Juni",
            "Juli",
            "Agustus",
            "September",
            "Oktober",
            "November",
            "Desember");

    private final SplittableRandom random = new SplittableRandom(SEED);

    @Test
    void a_number_written_in_a_locale_is_read_as_itself_in_that_locale() {
        for (int round = 0; round < ROUNDS; round++) {
            BigDecimal number = number();
            for (NumberLocale locale : List.of(NumberLocale.DOT, NumberLocale.COMMA)) {
                String text = written(number, locale, random.nextBoolean());
                assertThat(Numbers.in(locale).number(text).orNull())
                        .as("seed %d, round %d: %s in %s", SEED, round, text, locale)
                        .isEqualByComparingTo(number);
            }
        }
    }

    @Test
    void a_number_written_in_one_locale_and_read_in_the_other_is_refused_or_ambiguous_by_evidence() {
        for (int round = 0; round < ROUNDS; round++) {
            BigDecimal number = number();
            String text = written(number, NumberLocale.DOT, true);
            BigDecimal read = Numbers.in(NumberLocale.COMMA).number(text).orNull();
            NumberEvidence evidence = new NumberEvidence();
            evidence.add(text);
            if (read != null && read.compareTo(number) != 0) {
                assertThat(evidence.decide(Optional.empty(), Optional.empty()).orNull())
                        .as("seed %d, round %d: %s reads as %s and %s", SEED, round, text, number, read)
                        .isNull();
            }
        }
    }

    @Test
    void a_column_never_decides_for_the_locale_it_was_not_written_in() {
        for (int round = 0; round < ROUNDS / 10; round++) {
            NumberLocale locale = random.nextBoolean() ? NumberLocale.DOT : NumberLocale.COMMA;
            NumberEvidence evidence = new NumberEvidence();
            List<String> cells = new ArrayList<>();
            for (int cell = 0; cell < 1 + random.nextInt(8); cell++) {
                cells.add(written(number(), locale, random.nextBoolean()));
            }
            cells.forEach(evidence::add);
            NumberLocale decided =
                    evidence.decide(Optional.empty(), Optional.empty()).orNull();
            NumberLocale other = locale == NumberLocale.DOT ? NumberLocale.COMMA : NumberLocale.DOT;
            if (decided == other) {
                assertThat(cells)
                        .as("seed %d, round %d: read alike in both", SEED, round)
                        .allSatisfy(text -> assertThat(
                                        Numbers.in(other).number(text).orNull())
                                .isEqualTo(Numbers.in(locale).number(text).orNull()));
            }
        }
    }

    @Test
    void whatever_is_read_as_a_number_has_the_digits_that_stand_there() {
        int read = 0;
        for (int round = 0; round < ROUNDS * 5; round++) {
            String text = anything();
            BigDecimal number = Numbers.in(random.nextBoolean() ? NumberLocale.DOT : NumberLocale.COMMA)
                    .number(text)
                    .orNull();
            if (number != null) {
                read++;
                assertThat(digits(number.abs().toPlainString()))
                        .as("seed %d, round %d: <%s> as %s", SEED, round, text, number)
                        .isEqualTo(digits(text));
            }
        }
        assertThat(read).as("some of them are numbers").isGreaterThan(100);
    }

    @Test
    void a_day_is_read_as_itself_in_every_form_and_never_as_another() {
        for (int round = 0; round < ROUNDS; round++) {
            LocalDate day = LocalDate.of(2000, 1, 1).plusDays(random.nextInt(20_000));
            String month = MONTHS.get(day.getMonthValue() - 1);
            for (String text : List.of(
                    day.toString(),
                    day.format(DateTimeFormatter.BASIC_ISO_DATE),
                    day.getDayOfMonth() + " " + month + " " + day.getYear(),
                    day.format(DateTimeFormatter.ofPattern("MMM d, yyyy", Locale.US)))) {
                assertThat(Dates.withoutOrder().date(text).orNull())
                        .as("seed %d, round %d: %s", SEED, round, text)
                        .isEqualTo(day);
            }
            String slashed = "%02d/%02d/%d".formatted(day.getDayOfMonth(), day.getMonthValue(), day.getYear());
            assertThat(Dates.in(DateOrder.DMY).date(slashed).orNull()).isEqualTo(day);
            LocalDate unordered = Dates.withoutOrder().date(slashed).orNull();
            assertThat(unordered == null || unordered.equals(day))
                    .as("seed %d, round %d: %s without an order as %s", SEED, round, slashed, unordered)
                    .isTrue();
        }
    }

    @Test
    void anything_at_all_is_a_day_a_number_or_a_reason_and_never_an_exception() {
        for (int round = 0; round < ROUNDS * 5; round++) {
            String text = anything();
            assertThat(Dates.in(DateOrder.MDY).moment(text))
                    .as("seed %d, round %d: <%s>", SEED, round, text)
                    .isNotNull();
            assertThat(Dates.withoutOrder().range(text)).isNotNull();
            assertThat(Numbers.in(NumberLocale.COMMA).share(text, ShareForm.SIGNED))
                    .isNotNull();
            assertThat(Numbers.in(NumberLocale.DOT).bounded(text)).isNotNull();
        }
    }

    @Test
    void a_header_is_the_same_whatever_its_case_and_its_blanks() {
        for (int round = 0; round < ROUNDS; round++) {
            String header = anything();
            String folded = HeaderName.fold(header);
            assertThat(HeaderName.fold(folded))
                    .as("seed %d: <%s>", SEED, header)
                    .isEqualTo(folded);
            assertThat(HeaderName.fold("\u00A0" + header.toUpperCase(Locale.ROOT) + " "))
                    .isEqualTo(folded);
        }
    }

    /** Of up to twelve digits before and three after the sign, some negative. */
    private BigDecimal number() {
        long whole = random.nextLong((long) Math.pow(10, random.nextInt(1, 13)));
        int places = random.nextInt(4);
        BigDecimal number =
                BigDecimal.valueOf(whole).add(BigDecimal.valueOf(random.nextLong((long) Math.pow(10, places)), places));
        return random.nextInt(5) == 0 ? number.negate() : number;
    }

    /** By hand, not by a formatter: groups of three, then the decimal sign and all places. */
    private static String written(BigDecimal number, NumberLocale locale, boolean grouped) {
        String plain = number.abs().toPlainString();
        String whole = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
        String places = plain.contains(".") ? plain.substring(plain.indexOf('.') + 1) : "";
        StringBuilder text = new StringBuilder(number.signum() < 0 ? "-" : "");
        for (int i = 0; i < whole.length(); i++) {
            if (grouped && i > 0 && (whole.length() - i) % 3 == 0) {
                text.append(locale == NumberLocale.DOT ? ',' : '.');
            }
            text.append(whole.charAt(i));
        }
        return places.isEmpty()
                ? text.toString()
                : text.append(locale == NumberLocale.DOT ? '.' : ',')
                        .append(places)
                        .toString();
    }

    private String anything() {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(14);
        for (int i = 0; i < length; i++) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }

    private static String digits(String text) {
        String digits = text.replaceAll("\\D", "");
        return digits.replaceAll("^0+", "");
    }
}
