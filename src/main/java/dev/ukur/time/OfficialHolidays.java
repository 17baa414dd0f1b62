package dev.ukur.time;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The decreed holidays of the table {@code holidays-id.csv}, which names its source. Read when first asked for, and only the
 * lines of the year asked for: a scorecard needs two years of twenty-seven.
 */
final class OfficialHolidays {

    private static final String FILE = "holidays-id.csv";
    private static final OfficialHolidays TABLE = new OfficialHolidays(text());
    private static final int YEAR_DIGITS = 4;

    /** Lines in order of their days, each ended by a line end. */
    private final String text;

    private OfficialHolidays(String text) {
        this.text = text;
    }

    static OfficialHolidays table() {
        return TABLE;
    }

    /** The holidays of a year, in order; a day has two when two festivals meet. */
    List<Holiday> of(int year) {
        List<Holiday> holidays = new ArrayList<>();
        String begin = "\n" + year + "-";
        for (int at = text.indexOf(begin); at >= 0; at = text.indexOf(begin, at + 1)) {
            holidays.add(holiday(text.substring(at + 1, text.indexOf('\n', at + 1))));
        }
        return holidays;
    }

    /** The last year for which there is a decree. */
    int lastYear() {
        int line = text.lastIndexOf('\n', text.length() - 2) + 1;
        return Integer.parseInt(text.substring(line, line + YEAR_DIGITS));
    }

    private static Holiday holiday(String line) {
        String[] cells = line.split(",");
        return new Holiday(
                day(cells[0]),
                Holiday.Kind.valueOf(cells[1].toUpperCase(Locale.ROOT)),
                Festival.valueOf(cells[2].toUpperCase(Locale.ROOT)));
    }

    /** Without a formatter, whose making costs more at the start of a program than all these days. */
    private static LocalDate day(String text) {
        return LocalDate.of(
                Integer.parseInt(text.substring(0, 4)),
                Integer.parseInt(text.substring(5, 7)),
                Integer.parseInt(text.substring(8)));
    }

    private static String text() {
        try (InputStream in = OfficialHolidays.class.getResourceAsStream(FILE)) {
            if (in == null) {
                throw new IllegalStateException("the table " + FILE + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
