package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.BusinessCalendar;
import dev.ukur.time.HijriCalendar;
import dev.ukur.time.Holiday.Kind;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The official holidays of Indonesia, 2000 to 2026, and the Islamic calendar of the JDK beside them. */
class IdHolidaysTest {

    private static final Period ALL = new Period(LocalDate.of(2000, 1, 1), LocalDate.of(2026, 12, 31));

    private final BusinessCalendar calendar = BusinessCalendar.indonesia();

    @Test
    void our_table_has_the_same_days_off_of_the_same_kind_as_the_sourced_one() throws IOException {
        List<String> official = table().stream()
                .map(row -> row[0] + " " + (row[1].equals("cuti_bersama") ? Kind.JOINT : Kind.NATIONAL))
                .distinct()
                .toList();
        List<String> ours = calendar.holidays(ALL).stream()
                .map(holiday -> holiday.day() + " " + holiday.kind())
                .distinct()
                .toList();
        assertThat(ours).hasSize(561).containsExactlyInAnyOrderElementsOf(official);
    }

    @Test
    void every_festival_is_the_one_the_sourced_table_names() throws IOException {
        Map<String, String> words = Map.ofEntries(
                Map.entry("NEW_YEAR", "New Year"),
                Map.entry("LUNAR_NEW_YEAR", "Lunar New Year"),
                Map.entry("NYEPI", "Day of Silence"),
                Map.entry("GOOD_FRIDAY", "Good Friday"),
                Map.entry("EASTER", "Easter"),
                Map.entry("IDULFITRI", "Eid al-Fitr"),
                Map.entry("VESAK", "Vesak"),
                Map.entry("ASCENSION", "Ascension"),
                Map.entry("LABOUR_DAY", "Labor Day"),
                Map.entry("PANCASILA", "Pancasila"),
                Map.entry("IDUL_ADHA", "Eid al-Adha"),
                Map.entry("ISLAMIC_NEW_YEAR", "Islamic New Year"),
                Map.entry("INDEPENDENCE", "Independence Day"),
                Map.entry("MAWLID", "Prophet's Birthday"),
                Map.entry("ISRA_MIRAJ", "Isra' and Mi'raj"),
                Map.entry("CHRISTMAS", "Christmas"),
                Map.entry("ELECTION", "Election"));
        Map<String, String> official = new TreeMap<>();
        table().forEach(row -> official.merge(row[0], row[3], (one, other) -> one + "; " + other));
        assertThat(calendar.holidays(ALL))
                .allSatisfy(holiday -> assertThat(official.get(holiday.day().toString()))
                        .as(holiday.toString())
                        .contains(words.get(holiday.festival().name())));
    }

    @Test
    void every_decreed_idulfitri_is_the_first_day_of_the_official_holiday() throws IOException {
        List<LocalDate> official = table().stream()
                .filter(row -> row[2].startsWith("Hari Raya Idul Fitri"))
                .map(row -> LocalDate.parse(row[0]))
                .toList();
        List<LocalDate> ours = IntStream.rangeClosed(2000, 2026)
                .boxed()
                .flatMap(year -> calendar.idulfitri(year).stream())
                .toList();
        assertThat(ours).isEqualTo(official);
    }

    /** 28 feasts in 27 years: in six of them the decree is a day later than the JDK's Umm al-Qura calendar. */
    @Test
    void six_decreed_idulfitri_are_a_day_later_than_the_calendar_of_the_jdk() {
        Map<LocalDate, Long> later = new TreeMap<>();
        int compared = 0;
        for (int year = 1420; year <= 1447; year++) {
            LocalDate computed = HijriCalendar.day(year, HijriCalendar.SHAWWAL, 1);
            LocalDate decreed = nearest(computed);
            compared++;
            if (!decreed.equals(computed)) {
                later.put(decreed, ChronoUnit.DAYS.between(computed, decreed));
            }
        }
        assertThat(compared).isEqualTo(28);
        assertThat(later)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        LocalDate.of(2002, 12, 6), 1L,
                        LocalDate.of(2006, 10, 24), 1L,
                        LocalDate.of(2019, 6, 5), 1L,
                        LocalDate.of(2023, 4, 22), 1L,
                        LocalDate.of(2025, 3, 31), 1L,
                        LocalDate.of(2026, 3, 21), 1L));
    }

    private LocalDate nearest(LocalDate day) {
        return IntStream.rangeClosed(day.getYear() - 1, day.getYear() + 1)
                .boxed()
                .flatMap(year -> calendar.idulfitri(year).stream())
                .min(java.util.Comparator.comparingLong(feast -> Math.abs(ChronoUnit.DAYS.between(feast, day))))
                .orElseThrow();
    }

    private static List<String[]> table() throws IOException {
        return Files.readAllLines(Shared.path("realdata/id_holidays/indonesia_holidays_2000_2026.csv")).stream()
                .skip(1)
                .map(line -> line.split(","))
                .toList();
    }
}
