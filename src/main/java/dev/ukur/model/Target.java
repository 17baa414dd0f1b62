package dev.ukur.model;

import dev.ukur.problem.Location;
import dev.ukur.time.Grain;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Where a KPI is to be, and when.
 *
 * @param value the number per period of the KPI's cadence, or of all the days it is {@code per}; shares as 0..1; a change
 *     as 0.15 for {@code +15%}
 * @param form how it was written
 * @param due the last day to be there
 * @param bands further levels, less and more than the target
 * @param path how the way to it is divided among days and periods
 * @param per the whole year, quarter, month or week it is the sum of, the one that holds the due day; empty when it speaks of
 *     a period of the cadence
 * @param at where the target stands
 */
public record Target(
        BigDecimal value, Form form, LocalDate due, Bands bands, Path path, Optional<Grain> per, Location at) {

    /** What a target may be the sum of. */
    public static final List<Grain> SPANS = List.of(Grain.WEEK, Grain.MONTH, Grain.QUARTER, Grain.YEAR);

    /** How a target was written; only together with the metric's unit does it say what is meant. */
    public enum Form {
        /** A plain number, in the metric's unit. */
        LEVEL,
        /** A percentage without sign, {@code 3.5%}: a level that only a share can have. */
        PERCENT,
        /** A percentage with sign, {@code +15%}: a change relative to the baseline. */
        CHANGE
    }

    /** How the way to a target is divided. */
    public enum Path {
        /** By weekday, season and holidays, as the metric's own days show them. */
        SHAPED,
        /** Evenly. */
        STRAIGHT;

        /** The word used in files. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The path of a word, or empty. */
        public static Optional<Path> of(String word) {
            return Arrays.stream(values())
                    .filter(path -> path.word().equals(word))
                    .findFirst();
        }

        /** All words. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Path::word).toList();
        }
    }

    /**
     * A level as it was written.
     *
     * @param value as of a target
     * @param form how it was written
     * @param at where it stands
     */
    public record Level(BigDecimal value, Form form, Location at) {

        /** Whether the value is a change relative to the baseline rather than a level. */
        public boolean relative() {
            return form == Form.CHANGE;
        }
    }

    /**
     * Levels beside the target.
     *
     * @param minimum less than the target, but still acceptable
     * @param stretch more than the target
     */
    public record Bands(Optional<Level> minimum, Optional<Level> stretch) {

        /** No further levels. */
        public static Bands none() {
            return new Bands(Optional.empty(), Optional.empty());
        }
    }

    /** A target of a period of the cadence. */
    public Target(BigDecimal value, Form form, LocalDate due, Bands bands, Path path, Location at) {
        this(value, form, due, bands, path, Optional.empty(), at);
    }

    /** A target of a period of the cadence, without bands, on a shaped path. */
    public Target(BigDecimal value, Form form, LocalDate due, Location at) {
        this(value, form, due, Bands.none(), Path.SHAPED, at);
    }

    /** A target as a plain level, or as a change relative to the baseline. */
    public Target(BigDecimal value, boolean relative, LocalDate due, Location at) {
        this(value, relative ? Form.CHANGE : Form.LEVEL, due, at);
    }

    /** Whether the value is a change relative to the baseline rather than a level. */
    public boolean relative() {
        return form == Form.CHANGE;
    }

    /** The target as a level. */
    public Level level() {
        return new Level(value, form, at);
    }
}
