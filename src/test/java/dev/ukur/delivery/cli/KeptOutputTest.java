package dev.ukur.delivery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptOutputTest {

    private static final ZoneId JAKARTA = ZoneId.of("Asia/Jakarta");
    private static final Printed OUTPUT = new Printed(1, "tujuh\n".getBytes(UTF_8), "awas\n".getBytes(UTF_8));

    @TempDir
    Path workspace;

    private String state = "now";
    private Instant time = Instant.parse("2026-11-27T16:30:00Z"); // 23:30 in Jakarta

    @Test
    void the_same_call_of_the_same_state_finds_what_was_printed() {
        kept("query visits").keep(OUTPUT, JAKARTA);
        Printed found = kept("query visits").find().orElseThrow();
        assertThat(found.exit()).isEqualTo(1);
        assertThat(found.out()).isEqualTo(OUTPUT.out());
        assertThat(found.err()).isEqualTo(OUTPUT.err());
    }

    @Test
    void other_words_another_state_or_another_day_find_nothing() {
        kept("query visits").keep(OUTPUT, JAKARTA);
        assertThat(kept("query visitors").find()).isEmpty();
        state = "later";
        assertThat(kept("query visits").find()).isEmpty();
        state = "now";
        time = Instant.parse("2026-11-27T16:59:59Z");
        assertThat(kept("query visits").find()).isPresent();
        time = Instant.parse("2026-11-27T17:00:00Z"); // midnight in Jakarta
        assertThat(kept("query visits").find()).isEmpty();
        time = Instant.parse("2026-11-27T16:29:59Z"); // a clock put back
        assertThat(kept("query visits").find()).isEmpty();
    }

    @Test
    void what_was_printed_while_the_workspace_changed_is_of_no_state() {
        KeptOutput begun = kept("query visits");
        state = "later";
        begun.keep(OUTPUT, JAKARTA);
        assertThat(kept("query visits").find()).isEmpty();
    }

    @Test
    void what_was_printed_across_midnight_is_of_no_day() {
        KeptOutput begun = kept("query visits");
        time = Instant.parse("2026-11-27T17:00:01Z");
        begun.keep(OUTPUT, JAKARTA);
        assertThat(kept("query visits").find()).isEmpty();
    }

    @Test
    void a_damaged_file_is_passed_over() throws IOException {
        kept("query visits").keep(OUTPUT, JAKARTA);
        Path file = files().get(0);
        byte[] whole = Files.readAllBytes(file);
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            assertThat(kept("query visits").find()).isEmpty();
        }
    }

    @Test
    void two_calls_whose_names_collide_do_not_answer_each_other() {
        assertThat("Aa").hasSameHashCodeAs("BB");
        kept("Aa").keep(OUTPUT, JAKARTA);
        assertThat(kept("BB").find()).isEmpty();
    }

    @Test
    void many_calls_do_not_fill_the_disk() throws IOException {
        for (int call = 0; call < 450; call++) {
            kept("query " + call).keep(OUTPUT, JAKARTA);
        }
        assertThat(files()).hasSizeLessThanOrEqualTo(200);
        assertThat(kept("query 449").find()).isPresent();
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.list(workspace.resolve(KeptOutput.FOLDER))) {
            return files.toList();
        }
    }

    private KeptOutput kept(String call) {
        return KeptOutput.of(workspace, call, () -> Optional.of(state), clock()).orElseThrow();
    }

    /** A clock that goes on while a call runs. */
    private Clock clock() {
        return new Clock() {
            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return time;
            }
        };
    }
}
