package dev.ukur.model;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where facts stand that hold for the whole file.
 *
 * @param period ways to learn the days the file speaks of, tried in order
 * @param currencySuffix the currency at the end of a header, for example {@code Amount spent (IDR)}
 * @param currencyPreamble its first group is the currency, in a line above the header
 * @param currency a fixed ISO code, {@code account} or {@code workspace}, where the rows name none
 * @param zonePreamble its first group is the zone, in a line above the header
 * @param zone a zone name, {@code account} or {@code workspace}, for times without one
 */
public record FactRules(
        List<PeriodRule> period,
        Optional<Pattern> currencySuffix,
        Optional<Pattern> currencyPreamble,
        Optional<String> currency,
        Optional<Pattern> zonePreamble,
        Optional<String> zone) {

    public FactRules {
        period = List.copyOf(period);
    }

    /** One way to learn a file's period. */
    public sealed interface PeriodRule {

        /** Calls the case that applies. */
        <R> R match(Cases<R> cases);

        /** The ways. */
        interface Cases<R> {
            R preamble(Preamble rule);

            R fileName(FileName rule);

            R sidecar(Sidecar rule);

            R sidecarDays(SidecarDays rule);

            R pointers(Pointers rule);
        }
    }

    /**
     * Lines above the header.
     *
     * @param from its first group is the first day, or the whole range
     * @param to its first group is the last day; empty when {@code from} gives a range
     */
    public record Preamble(Pattern from, Optional<Pattern> to) implements PeriodRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.preamble(this);
        }
    }

    /** The file's own name, with groups {@code from} and {@code to} (yyyymmdd) or {@code month} and {@code year}. */
    public record FileName(Pattern name) implements PeriodRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.fileName(this);
        }
    }

    /**
     * A file beside this one, in the same folder or archive: two columns, a label and a range.
     *
     * @param file its name
     * @param row the label
     */
    public record Sidecar(String file, String row) implements PeriodRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sidecar(this);
        }
    }

    /**
     * The first and the last day of a column of a file beside this one, or of another sheet.
     *
     * @param file its name
     * @param days the names of the column
     */
    public record SidecarDays(String file, HeaderMatch days) implements PeriodRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.sidecarDays(this);
        }
    }

    /**
     * JSON pointers from the top of the file. {@code 30daysAgo}, {@code yesterday} and {@code today} are counted from
     * the day of the third.
     */
    public record Pointers(String from, String to, Optional<String> takenAt) implements PeriodRule {
        @Override
        public <R> R match(Cases<R> cases) {
            return cases.pointers(this);
        }
    }
}
