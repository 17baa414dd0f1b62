package planted.ukur.time;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** A planted fault: an answer that differs from day to day and from machine to machine. */
final class ReadsTheClock {

    LocalDate today() {
        return LocalDate.now();
    }

    boolean isThere(Path file) {
        return Files.exists(file);
    }
}
