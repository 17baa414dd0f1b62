package planted.ukur.time;

import java.time.LocalDate;

/** A planted fault: an answer that differs from day to day. */
final class ReadsTheClock {

    LocalDate today() {
        return LocalDate.now();
    }
}
