package dev.ukur.sources.cell;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;

/** A point in time as a cell writes it: with its offset, or without one and then in the zone of the source. */
public sealed interface Moment {

    /** Whether it can only be placed in time with a zone. */
    boolean needsZone();

    /**
     * The instant. The zone is used only where the cell names no offset; a time that a daylight-saving change skips is
     * moved forward by the gap, one that occurs twice is taken as the first (the rules of {@link LocalDateTime#atZone}).
     */
    Instant in(ZoneId sourceZone);

    /** The day as written, whatever the zone. */
    LocalDate writtenDay();

    /** A time without offset; a cell with only a date is its midnight. */
    record Local(LocalDateTime time) implements Moment {
        @Override
        public boolean needsZone() {
            return true;
        }

        @Override
        public Instant in(ZoneId sourceZone) {
            return time.atZone(sourceZone).toInstant();
        }

        @Override
        public LocalDate writtenDay() {
            return time.toLocalDate();
        }
    }

    /** A time with its offset. */
    record Offset(OffsetDateTime time) implements Moment {
        @Override
        public boolean needsZone() {
            return false;
        }

        @Override
        public Instant in(ZoneId sourceZone) {
            return time.toInstant();
        }

        @Override
        public LocalDate writtenDay() {
            return time.toLocalDate();
        }
    }
}
