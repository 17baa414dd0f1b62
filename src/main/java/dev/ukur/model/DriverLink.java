package dev.ukur.model;

import dev.ukur.problem.Location;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * One step of the driver tree: what a metric is made of, or what moves it.
 *
 * @param metric the metric above
 * @param relation how the parts make it
 * @param parts the metrics below, in the order written
 * @param places where each part is written
 * @param at where the step is written
 */
public record DriverLink(
        String metric, Relation relation, List<String> parts, Map<String, Location> places, Location at) {

    public DriverLink {
        parts = List.copyOf(parts);
        places = Map.copyOf(places);
    }

    /** The place of a part, for messages. */
    public Location at(String part) {
        return places.getOrDefault(part, at);
    }

    /** How parts make a metric: all but the last are identities, which hold exactly or are wrong. */
    public enum Relation {
        /** All parts multiplied. */
        PRODUCT,
        /** All parts added. */
        SUM,
        /** The first less the others. */
        DIFFERENCE,
        /** The first over the second. */
        RATIO,
        /** Parts that move the metric, without a formula. */
        INFLUENCES;

        /** The word used in files and answers. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The relation of a word, or empty. */
        public static Optional<Relation> of(String word) {
            return Arrays.stream(values())
                    .filter(relation -> relation.word().equals(word))
                    .findFirst();
        }

        /** All words. */
        public static List<String> words() {
            return Arrays.stream(values()).map(Relation::word).toList();
        }

        /** Whether the parts make the metric exactly. */
        public boolean isIdentity() {
            return this != INFLUENCES;
        }

        /** Whether so many parts can stand in it. */
        public boolean takes(int parts) {
            return switch (this) {
                case PRODUCT, SUM, DIFFERENCE -> parts >= 2;
                case RATIO -> parts == 2;
                case INFLUENCES -> parts >= 1;
            };
        }

        /**
         * What the parts make of an identity.
         *
         * @param parts values in the order of the parts
         */
        public double of(List<Double> parts) {
            double value = parts.get(0);
            for (double part : parts.subList(1, parts.size())) {
                value = switch (this) {
                    case PRODUCT -> value * part;
                    case SUM -> value + part;
                    case DIFFERENCE -> value - part;
                    case RATIO -> value / part;
                    case INFLUENCES -> throw new IllegalStateException("influences make no number");
                };
            }
            return value;
        }
    }
}
