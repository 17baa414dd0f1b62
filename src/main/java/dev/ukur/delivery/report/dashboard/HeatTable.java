package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.FindingDrawings;
import dev.ukur.delivery.report.FindingWords;
import dev.ukur.delivery.report.MetricNumbers;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.i18n.Messages;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Term;
import java.util.ArrayList;
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

    private final FindingWords words;
    private final MetricNumbers numbers;

    HeatTable(Messages say) {
        this.words = new FindingWords(say);
        this.numbers = new MetricNumbers(say.formats());
    }

    static boolean isOne(Evidence table) {
        return table.columns().size() > FIXED
                && table.columns().get(table.columns().size() - 1).name().startsWith("later_");
    }

    List<List<Cell>> rows(Evidence table) {
        double most = table.rows().stream()
                .flatMap(row -> row.subList(FIXED, row.size()).stream())
                .flatMap(term -> FindingDrawings.number(term).stream())
                .mapToDouble(Term.Between::value)
                .max()
                .orElse(0);
        return table.rows().stream().map(row -> row(row, most)).toList();
    }

    private List<Cell> row(List<Term> row, double most) {
        List<Cell> cells = new ArrayList<>();
        boolean few = FindingDrawings.number(row.get(1))
                .filter(count -> count.value() < FEW)
                .isPresent();
        for (int i = 0; i < row.size(); i++) {
            cells.add(i < FIXED ? Cell.of(words.term(row.get(i))) : cell(row.get(i), few ? 0 : most));
        }
        return cells;
    }

    private Cell cell(Term term, double most) {
        return FindingDrawings.number(term)
                .map(share -> Cell.of(numbers.text(share.unit(), share.value())).toned("heat " + shade(share, most)))
                .orElseGet(() -> Cell.of("").toned("heat young"));
    }

    private static String shade(Term.Between share, double most) {
        long shade = most > 0 ? Math.round(SHADES * share.value() / most) : 0;
        return String.format(Locale.ROOT, "h%d", shade);
    }
}
