package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.EvenColumn;
import dev.ukur.delivery.report.FindingDrawings;
import dev.ukur.delivery.report.FindingWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Term;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * A matrix of shares whose cells are the darker the larger they are. Cells of few are told without their colour, because
 * chance alone would paint them; a cell whose time has not come is hatched.
 */
final class HeatTable {

    /** The columns before the matrix: the cohort, and how many it holds. */
    private static final int FIXED = 2;

    private static final int SHADES = 6;
    private static final double FEW = 30;

    private final Messages say;
    private final FindingWords words;

    HeatTable(Messages say) {
        this.say = say;
        this.words = new FindingWords(say);
    }

    static boolean isOne(Evidence table) {
        return table.columns().size() > FIXED
                && table.columns().get(table.columns().size() - 1).name().startsWith("later_");
    }

    List<List<Cell>> rows(Evidence table) {
        List<Double> shares = table.rows().stream()
                .flatMap(row -> row.subList(FIXED, row.size()).stream())
                .flatMap(term -> FindingDrawings.number(term).stream())
                .map(Term.Between::value)
                .toList();
        Shades shades = new Shades(
                new MetricNumbers(EvenColumn.of(say.formats(), MetricUnit.SHARE, shares)),
                shares.stream().max(Comparator.naturalOrder()).orElse(0.0));
        return table.rows().stream().map(row -> row(row, shades)).toList();
    }

    /** How the shares of a matrix are written, and the largest of them. */
    private record Shades(MetricNumbers numbers, double most) {}

    private List<Cell> row(List<Term> row, Shades shades) {
        List<Cell> cells = new ArrayList<>();
        boolean few = FindingDrawings.number(row.get(1))
                .filter(count -> count.value() < FEW)
                .isPresent();
        for (int i = 0; i < row.size(); i++) {
            cells.add(
                    i < FIXED
                            ? Cell.of(words.term(row.get(i)))
                            : cell(row.get(i), few ? new Shades(shades.numbers(), 0) : shades));
        }
        return cells;
    }

    private static Cell cell(Term term, Shades shades) {
        return FindingDrawings.number(term)
                .map(share -> Cell.of(shades.numbers().text(share.unit(), share.value()))
                        .toned("heat " + shade(share, shades.most())))
                .orElseGet(() -> Cell.of("").toned("heat young"));
    }

    private static String shade(Term.Between share, double most) {
        long shade = most > 0 ? Math.round(SHADES * share.value() / most) : 0;
        return String.format(Locale.ROOT, "h%d", shade);
    }
}
