package dev.ukur.kpis.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.kpis.ledger.Entry.DecisionTaken;
import dev.ukur.kpis.ledger.Entry.ForecastMade;
import dev.ukur.kpis.ledger.Entry.OutcomeSeen;
import dev.ukur.kpis.ledger.Entry.ReviewHeld;
import dev.ukur.kpis.ledger.Entry.TargetRetired;
import dev.ukur.kpis.ledger.Entry.TargetSet;
import dev.ukur.kpis.ledger.Entry.Wager;
import dev.ukur.model.Direction;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LedgerTest {

    private static final Period OCTOBER = month("2026-10-01");
    private static final Period DECEMBER = month("2026-12-01");

    private static final List<Entry> ENTRIES = List.of(
            new TargetSet("tumbuh", "new_customers", DECEMBER.last(), 700),
            new TargetRetired("lama", "leads", DECEMBER.last()),
            new ForecastMade(
                    "tumbuh",
                    "new_customers",
                    OCTOBER,
                    DECEMBER,
                    650.5,
                    600,
                    720,
                    Optional.of(new Wager(700, Direction.UP, 0.42))),
            new ForecastMade("tanpa", "aov", OCTOBER, DECEMBER, 1, 0, 2, Optional.empty()),
            new OutcomeSeen("tumbuh", "new_customers", OCTOBER, 612),
            new ReviewHeld("tumbuh", OCTOBER, LocalDate.of(2026, 11, 3)),
            new DecisionTaken(
                    "tumbuh",
                    "new_customers",
                    "Kirim \"email\" ke pelanggan lama, ya\nsegera",
                    Optional.of("Rani"),
                    Optional.of(-12.25),
                    DECEMBER.last(),
                    OCTOBER));

    @TempDir
    Path folder;

    @Test
    void what_was_appended_is_there_for_the_next_process_in_order() {
        open().append(ENTRIES.subList(0, 3));
        open().append(ENTRIES.subList(3, ENTRIES.size()));

        assertThat(open().entries()).isEqualTo(ENTRIES);
        assertThat(open().lines()).extracting(LedgerLine::number).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThat(open().lines()).extracting(LedgerLine::at).containsOnly(Instant.parse("2026-11-27T01:02:03Z"));
    }

    @Test
    void nothing_to_append_leaves_no_file() {
        open().append(List.of());

        assertThat(folder.resolve(Ledger.FILE)).doesNotExist();
    }

    @Test
    void a_changed_character_anywhere_is_found_and_its_line_named() throws IOException {
        open().append(ENTRIES);
        String text = Files.readString(file());
        for (int at = 0; at < text.length(); at += 7) {
            char other = text.charAt(at) == '7' ? '8' : '7';
            if (text.charAt(at) == '\n') {
                continue;
            }
            Files.writeString(file(), text.substring(0, at) + other + text.substring(at + 1));
            int line = (int) text.substring(0, at).lines().count();

            refused("ledger-tampered", at == 0 || text.charAt(at - 1) == '\n' ? line + 1 : Math.max(1, line));
        }
    }

    @Test
    void a_line_taken_out_put_in_or_moved_is_found() throws IOException {
        open().append(ENTRIES);
        List<String> lines = Files.readAllLines(file());

        List<String> without = new ArrayList<>(lines);
        without.remove(2);
        Files.write(file(), without);
        refused("ledger-tampered", 3);

        List<String> twice = new ArrayList<>(lines);
        twice.add(4, lines.get(3));
        Files.write(file(), twice);
        refused("ledger-tampered", 5);

        List<String> moved = new ArrayList<>(lines);
        Collections.swap(moved, 0, 1);
        Files.write(file(), moved);
        refused("ledger-tampered", 1);
    }

    @Test
    void lines_missing_at_the_end_are_found_too() throws IOException {
        open().append(ENTRIES);
        Files.write(file(), Files.readAllLines(file()).subList(0, 5));

        refused("ledger-cut", 5);
    }

    @Test
    void a_line_that_a_dying_process_did_not_finish_was_never_written() throws IOException {
        open().append(ENTRIES.subList(0, 2));
        String before = Files.readString(file());
        Files.writeString(file(), before + "{\"n\":3,\"at\":\"2026-1");

        assertThat(open().entries()).isEqualTo(ENTRIES.subList(0, 2));
        open().append(ENTRIES.subList(2, 3));
        assertThat(open().entries()).isEqualTo(ENTRIES.subList(0, 3));
        assertThat(Files.readString(file())).startsWith(before);
    }

    private void refused(String code, int line) {
        assertThatThrownBy(this::open).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problems()).hasSize(1);
            assertThat(e.problems().get(0).code()).isEqualTo(code);
            assertThat(e.problems().get(0).at().line()).isEqualTo(line);
        });
    }

    private Path file() {
        return folder.resolve(Ledger.FILE);
    }

    private Ledger open() {
        Clock clock = Clock.fixed(Instant.parse("2026-11-27T01:02:03Z"), ZoneOffset.UTC);
        return Ledger.open(folder, folder.resolve(".ukur"), clock);
    }

    private static Period month(String day) {
        return Grain.MONTH.around(LocalDate.parse(day));
    }
}
