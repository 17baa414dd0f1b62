package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.Label;
import dev.ukur.model.Occasion;
import dev.ukur.problem.Location;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class CalendarReaderTest {

    @Test
    void an_occasion_is_one_day_a_run_of_days_or_several_of_them() {
        Yaml<List<Occasion>> read = calendar("""
                occasions:
                  lebaran:
                    kind: holiday
                    title: {id: Lebaran, en: Eid}
                    days: 2026-03-20..2026-03-27
                  tanggal_kembar:
                    kind: promo
                    days: [2026-11-11, 2026-12-12]
                """);

        Label eid = new Label("Lebaran", "Eid");
        Label twin = Label.same("tanggal_kembar");
        assertThat(read.problems()).isEmpty();
        assertThat(read.value())
                .containsExactly(
                        new Occasion("lebaran", "holiday", eid, days(LocalDate.of(2026, 3, 20), 8), at(5, 11)),
                        new Occasion("tanggal_kembar", "promo", twin, days(LocalDate.of(2026, 11, 11), 1), at(8, 12)),
                        new Occasion("tanggal_kembar", "promo", twin, days(LocalDate.of(2026, 12, 12), 1), at(8, 24)));
    }

    @Test
    void every_mistake_is_told_at_its_place() {
        Yaml<List<Occasion>> read = calendar("""
                occasions:
                  a: {kind: libur, days: 2026-02-29}
                  b: {kind: promo}
                  c: 2026-01-01
                """);

        assertThat(read.value()).isEmpty();
        assertThat(read.problems())
                .containsExactly(
                        "calendar.yaml:2:13 error yaml-not-one-of {key=kind, value=libur, allowed=campaign, promo,"
                                + " holiday, outage, price, tracking_change, nearest=–}",
                        "calendar.yaml:2:26 error period-form {key=days, value=2026-02-29}",
                        "calendar.yaml:3:6 error yaml-missing-key {key=days}",
                        "calendar.yaml:4:6 error yaml-not-a-mapping {key=c, value=2026-01-01}");
    }

    private static Yaml<List<Occasion>> calendar(String text) {
        return Yaml.read("calendar.yaml", text, CalendarReader::read);
    }

    private static Period days(LocalDate first, int count) {
        return new Period(first, first.plusDays(count - 1));
    }

    private static Location at(int line, int column) {
        return Location.of("calendar.yaml", line, column);
    }
}
