package dev.ukur.metrics;

import java.util.Optional;

/**
 * How the numbers of an answer are set beside each other. None of it changes a number.
 *
 * @param compare what each number is compared with
 * @param top how many members of the first dimension are told by name, by the first metric; the rest are one row
 * @param order of the rows; by period and member when empty
 * @param limit how many rows at most
 * @param totals whether the numbers of all rows together are computed too
 * @param differs whether members that differ from the rest are marked
 */
public record Display(
        Optional<Comparison> compare,
        Optional<Integer> top,
        Optional<Order> order,
        Optional<Integer> limit,
        boolean totals,
        boolean differs) {

    /** The numbers alone. */
    public static final Display PLAIN =
            new Display(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), false, false);

    /**
     * An order of rows.
     *
     * @param column metric or dimension
     * @param descending whether the largest comes first; unknown numbers come last either way
     */
    public record Order(String column, boolean descending) {}

    /** Compared with other days. */
    public static Display comparing(Comparison comparison) {
        return new Display(Optional.of(comparison), Optional.empty(), Optional.empty(), Optional.empty(), false, false);
    }
}
