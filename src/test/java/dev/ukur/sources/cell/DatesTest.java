package dev.ukur.sources.cell;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.Period;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatesTest {

    private static final Dates NO_ORDER = Dates.withoutOrder();
    private static final Dates DMY = Dates.in(DateOrder.DMY);
    private static final Dates MDY = Dates.in(DateOrder.MDY);
    private static final LocalDate SEP_1 = LocalDate.of(2026, 9, 1);

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-09-01",
                "2026/09/01",
                "2026.09.01",
                "20260901",
                "2026-9-1",
                "Sep 1, 2026",
                "Sept 1, 2026",
                "September 1, 2026",
                "1 Sep 2026",
                "1 September 2026",
                "01-Sep-2026",
                "01/Sep/2026",
                "1. September 2026",
                "1 sept. 2026",
                "1er septembre 2026",
                "Sep 1st, 2026",
                "SEP 01 2026",
                "Senin, 1 Sep 2026",
                "Selasa, 1 September 2026",
                "Tuesday, September 1, 2026",
                "Di, 1. Sep 2026",
                " 2026-09-01\u00A0",
                "2026-09-01 00:00:00",
                "01Sep2026"
            })
    void the_first_of_september_in_every_form_that_needs_no_order(String text) {
        assertThat(NO_ORDER.date(text).orNull()).isEqualTo(SEP_1);
    }

    @ParameterizedTest
    @CsvSource({
        "1, Jan;January;Januari;Januar;Jänner;janvier;janv.",
        "2, Feb;February;Februari;Pebruari;Februar;février;févr.",
        "3, Mar;March;Maret;März;Mrz;mars",
        "4, Apr;April;avril;avr.",
        "5, May;Mei;Mai;mai",
        "6, Jun;June;Juni;juin",
        "7, Jul;July;Juli;juillet;juil.",
        "8, Aug;August;Agustus;Agu;Agt;Agust;Ags;août",
        "9, Sep;Sept;September;septembre",
        "10, Oct;October;Okt;Oktober;octobre",
        "11, Nov;November;Nop;Nopember;novembre",
        "12, Dec;December;Des;Desember;Dez;Dezember;décembre;déc.",
    })
    void months_have_their_names_in_four_languages(int month, String names) {
        for (String name : names.split(";")) {
            assertThat(NO_ORDER.date("12 " + name + " 2026").orNull())
                    .as(name)
                    .isEqualTo(LocalDate.of(2026, month, 12));
        }
    }

    @Test
    void numeric_dates_follow_the_order() {
        for (String text : List.of("01/09/2026", "1/9/2026", "01.09.2026", "01-09-2026", "01/09/2026 10:30")) {
            assertThat(DMY.date(text).orNull()).as(text).isEqualTo(SEP_1);
            assertThat(MDY.date(text).orNull()).as(text).isEqualTo(LocalDate.of(2026, 1, 9));
            assertThat(NO_ORDER.date(text).rejection()).as(text).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
        }
        assertThat(MDY.date("25/12/2026").rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
        assertThat(NO_ORDER.date("05/05/2026").orNull()).isEqualTo(LocalDate.of(2026, 5, 5));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-02-29",
                "2026-13-01",
                "2026-00-10",
                "31/04/2026",
                "1/9/26",
                "01-09-26",
                "Sep 1, 26",
                "1899-12-31",
                "2026-09",
                "Sep 2026",
                "202609",
                "2026-09-01T",
                "2026-09-01 24:00",
                "2026-09-01 10:60",
                "2026-09-01 13:00 pm",
                "2026-09-01 10",
                "yesterday",
                "All time",
                "46266",
                "2026-09-01x",
                "1 Foo 2026",
                "2026/09-01",
                "0001-01-01",
                "Total",
                "12026-09-01",
                "2026-09-01T10:00:00+25:00",
                "2026-09-01T10:00:00 EST",
                "32 Sep 2026"
            })
    void what_is_no_certain_date_is_rejected(String text) {
        assertThat(DMY.moment(text).rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01T10:00:11Z | 2026-09-01T10:00:11Z",
                "2026-09-01T10:00:11.123456Z | 2026-09-01T10:00:11.123456Z",
                "2026-09-01T10:00:11+07:00 | 2026-09-01T03:00:11Z",
                "2026-09-01 10:00:11 +0700 | 2026-09-01T03:00:11Z",
                "2026-09-01 10:00:11 -0330 | 2026-09-01T13:30:11Z",
                "2026-09-01 10:00:11+07 | 2026-09-01T03:00:11Z",
                "2026-09-01 10:00:11 UTC | 2026-09-01T10:00:11Z",
                "2026-09-01 10:00 WIB | 2026-09-01T03:00:00Z",
                "2026-09-01 10:00 WITA | 2026-09-01T02:00:00Z",
                "2026-09-01 10:00 GMT+07:00 | 2026-09-01T03:00:00Z",
                "10/Feb/2012:16:42:07 -0500 | 2012-02-10T21:42:07Z",
                "20260901T101112Z | 2026-09-01T10:11:12Z",
            })
    void a_time_with_an_offset_is_an_instant_in_any_zone(String text, Instant expected) {
        Moment moment = requireNonNull(NO_ORDER.moment(text).orNull());
        assertThat(moment.needsZone()).isFalse();
        assertThat(moment.in(ZoneId.of("America/New_York"))).isEqualTo(expected);
        assertThat(NO_ORDER.date(text).rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2026-09-01 10:30 | 2026-09-01T03:30:00Z",
                "2026-09-01T10:30:15 | 2026-09-01T03:30:15Z",
                "2026-09-01 10:30:15.5 | 2026-09-01T03:30:15.500Z",
                "2026-09-01 | 2026-08-31T17:00:00Z",
                "Jan 05, 2026 10:00 am | 2026-01-05T03:00:00Z",
                "Jan 05, 2026 12:00 AM | 2026-01-04T17:00:00Z",
                "05-Jan-2026 02:13PM | 2026-01-05T07:13:00Z",
                "5 Jan 2026 2:13 p.m. | 2026-01-05T07:13:00Z",
                "5 Jan 2026, 14:13 | 2026-01-05T07:13:00Z",
                "5 Januari 2026 pukul 14.13 | 2026-01-05T07:13:00Z",
                "5 Januari 2026 14.13.20 | 2026-01-05T07:13:20Z",
                "05/01/2026 14:13 | 2026-01-05T07:13:00Z",
            })
    void a_time_without_offset_takes_the_zone_of_its_source(String text, Instant inJakarta) {
        Moment moment = requireNonNull(DMY.moment(text).orNull());
        assertThat(moment.needsZone()).isTrue();
        assertThat(moment.in(ZoneId.of("Asia/Jakarta"))).isEqualTo(inJakarta);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "September 1, 2026 - September 3, 2026 | 2026-09-01 | 2026-09-03",
                "1 Sep 2026 \u2013 3 Sep 2026 | 2026-09-01 | 2026-09-03",
                "01/07/2026 - 31/07/2026 | 2026-07-01 | 2026-07-31",
                "07/01/2026 - 07/31/2026 | 2026-07-01 | 2026-07-31",
                "2009-12-28,2010-01-03 | 2009-12-28 | 2010-01-03",
                "2026-09-01 - 2026-09-30 | 2026-09-01 | 2026-09-30",
                "01-07-2026 - 31-07-2026 | 2026-07-01 | 2026-07-31",
                "01-07-2026-31-07-2026 | 2026-07-01 | 2026-07-31",
                "20260901-20260930 | 2026-09-01 | 2026-09-30",
                "1 Juli 2026 s/d 31 Juli 2026 | 2026-07-01 | 2026-07-31",
                "1 Juli 2026 sampai 31 Agustus 2026 | 2026-07-01 | 2026-08-31",
                "2026-09-01 | 2026-09-01 | 2026-09-01",
            })
    void runs_of_days_have_both_ends(String text, LocalDate first, LocalDate last) {
        assertThat(NO_ORDER.range(text).orNull()).isEqualTo(new Period(first, last));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "01/07/2026 - 05/07/2026",
                "01/07/2026 - 13/25/2026",
                "13/07/2026 - 07/14/2026",
                "3 Sep 2026 - 1 Sep 2026",
                "All time",
                "2026-09-01 - ",
                " - ",
                "2026-09-01 - 2026-09-02 - 2026-09-03"
            })
    void runs_of_days_that_cannot_be_decided_are_rejected(String text) {
        assertThat(NO_ORDER.range(text).rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
    }

    @Test
    void a_day_above_12_anywhere_in_the_column_decides_its_order() {
        assertThat(decide("01/09/2026", "13/09/2026", "2026-09-01").orNull()).isEqualTo(DateOrder.DMY);
        assertThat(decide("01/09/2026", "01/13/2026").orNull()).isEqualTo(DateOrder.MDY);
    }

    @Test
    void both_orders_in_a_column_or_none_are_refused() {
        assertThat(decide("13/09/2026", "01/13/2026").rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
        assertThat(decide("01/09/2026", "02/09/2026").rejection()).contains(Reject.BAD_OR_AMBIGUOUS_DATE);
        assertThat(decide("2026-09-01", "Total", "").isNothing()).isTrue();
    }

    @Test
    void a_declared_order_serves_open_columns_and_is_refused_when_contradicted() {
        DateEvidence open = evidenceOf("01/09/2026");
        assertThat(open.decide(Optional.of(DateOrder.DMY), Optional.empty()).orNull())
                .isEqualTo(DateOrder.DMY);
        assertThat(open.decide(Optional.empty(), Optional.of(DateOrder.MDY)).orNull())
                .isEqualTo(DateOrder.MDY);
        DateEvidence shown = evidenceOf("13/09/2026");
        assertThat(shown.decide(Optional.of(DateOrder.MDY), Optional.empty()).rejection())
                .contains(Reject.BAD_OR_AMBIGUOUS_DATE);
        assertThat(shown.decide(Optional.empty(), Optional.of(DateOrder.MDY)).orNull())
                .isEqualTo(DateOrder.DMY);
    }

    @Test
    void a_day_printed_in_any_form_is_read_back_the_same() {
        long seed = 99L;
        Random random = new Random(seed);
        List<DateTimeFormatter> forms = List.of(
                DateTimeFormatter.ISO_LOCAL_DATE,
                DateTimeFormatter.BASIC_ISO_DATE,
                DateTimeFormatter.ofPattern("dd/MM/uuuu"),
                DateTimeFormatter.ofPattern("MMM d, uuuu", Locale.US),
                DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.forLanguageTag("id-ID")),
                DateTimeFormatter.ofPattern("d MMM uuuu", Locale.forLanguageTag("id-ID")),
                DateTimeFormatter.ofPattern("EEEE, d. MMMM uuuu", Locale.GERMANY),
                DateTimeFormatter.ofPattern("EEEE d MMMM uuuu", Locale.FRANCE));
        for (int i = 0; i < 5_000; i++) {
            LocalDate day = LocalDate.of(1990, 1, 1).plusDays(random.nextInt(30_000));
            for (DateTimeFormatter form : forms) {
                String text = form.format(day);
                assertThat(DMY.date(text).orNull())
                        .as("seed %d, %s", seed, text)
                        .isEqualTo(day);
            }
        }
    }

    @Test
    void random_text_is_never_an_exception() {
        long seed = 6L;
        Random random = new Random(seed);
        List<String> pieces = List.of(
                "2026",
                "09",
                "1",
                "31",
                "13",
                "-",
                "/",
                ".",
                ":",
                " ",
                "T",
                "Z",
                "+07",
                "Sep",
                "Mei",
                "pm",
                ",",
                "Senin",
                "é",
                "\uD83D",
                "\u0000",
                "99999999999999",
                "\u00A0",
                "a",
                "UTC");
        DateEvidence evidence = new DateEvidence();
        for (int i = 0; i < 100_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int n = random.nextInt(10); n > 0; n--) {
                text.append(pieces.get(random.nextInt(pieces.size())));
            }
            evidence.add(text.toString());
            CellResult<Moment> result = DMY.moment(text.toString());
            int cases = (result.orNull() == null ? 0 : 1)
                    + (result.isNothing() ? 1 : 0)
                    + (result.rejection().isPresent() ? 1 : 0);
            assertThat(cases).as("seed %d, <%s>", seed, text).isEqualTo(1);
            assertThat(NO_ORDER.range(text.toString())).isNotNull();
        }
    }

    private static CellResult<DateOrder> decide(String... cells) {
        return evidenceOf(cells).decide(Optional.empty(), Optional.empty());
    }

    private static DateEvidence evidenceOf(String... cells) {
        DateEvidence evidence = new DateEvidence();
        for (String cell : cells) {
            evidence.add(cell);
        }
        return evidence;
    }
}
