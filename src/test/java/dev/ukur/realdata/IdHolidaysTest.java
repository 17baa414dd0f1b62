package dev.ukur.realdata;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.time.BusinessCalendar;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The official holidays of Indonesia, 2000 to 2026. */
class IdHolidaysTest {

    @Test
    void every_decreed_idulfitri_is_the_first_day_of_the_official_holiday() throws IOException {
        List<LocalDate> official =
                Files.readAllLines(Shared.path("realdata/id_holidays/indonesia_holidays_2000_2026.csv")).stream()
                        .filter(line -> line.split(",")[2].startsWith("Hari Raya Idul Fitri"))
                        .map(line -> LocalDate.parse(line.substring(0, 10)))
                        .toList();
        List<LocalDate> ours = IntStream.rangeClosed(2000, 2026)
                .boxed()
                .flatMap(year -> BusinessCalendar.indonesia().idulfitri(year).stream())
                .toList();
        assertThat(ours).isEqualTo(official);
    }
}
