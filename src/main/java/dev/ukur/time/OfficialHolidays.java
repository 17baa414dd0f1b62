package dev.ukur.time;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** The decreed holidays of the table {@code holidays-id.csv}, which names its source. Read when first asked for. */
final class OfficialHolidays {

    private static final String TABLE = "holidays-id.csv";

    private final NavigableMap<LocalDate, List<Holiday>> byDay = new TreeMap<>();

    private OfficialHolidays() {}

    /** Read once: many commands never ask. */
    private static final class Once {
        private static final OfficialHolidays TABLE = read();
    }

    static OfficialHolidays table() {
        return Once.TABLE;
    }

    /** The holidays from one day to another, in order; a day has two when two festivals meet. */
    List<Holiday> within(Period days) {
        return byDay.subMap(days.first(), true, days.last(), true).values().stream()
                .flatMap(List::stream)
                .toList();
    }

    List<Holiday> on(LocalDate day) {
        return byDay.getOrDefault(day, List.of());
    }

    /** The last year for which there is a decree. */
    int lastYear() {
        return byDay.lastKey().getYear();
    }

    private static OfficialHolidays read() {
        OfficialHolidays table = new OfficialHolidays();
        try (InputStream in = OfficialHolidays.class.getResourceAsStream(TABLE)) {
            if (in == null) {
                throw new IllegalStateException("the table " + TABLE + " is missing from the program");
            }
            BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            lines.lines()
                    .filter(line -> !line.startsWith("#") && !line.startsWith("day,"))
                    .map(OfficialHolidays::holiday)
                    .forEach(holiday -> table.byDay
                            .computeIfAbsent(holiday.day(), day -> new ArrayList<>(1))
                            .add(holiday));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return table;
    }

    private static Holiday holiday(String line) {
        String[] cells = line.split(",");
        return new Holiday(
                LocalDate.parse(cells[0]),
                Holiday.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                Festival.valueOf(cells[2].toUpperCase(Locale.ROOT)));
    }
}
