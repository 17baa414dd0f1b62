package dev.ukur.insights.why;

import dev.ukur.insights.Chance;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Evidence;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.metrics.Anatomy;
import dev.ukur.model.MetricUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The tables of a change: by driver and by dimension. The contributions of each sum to the change. */
final class WhyTables {

    private static final int MOST_ROWS = 10;
    private static final int MOST_TABLES = 3;
    private static final double NOTHING = 1e-9;

    private final Desk desk;
    private final Subject asked;
    private final Asking asking;
    private final Periods periods;

    WhyTables(Desk desk, Subject asked, Asking asking, Periods periods) {
        this.desk = desk;
        this.asked = asked;
        this.asking = asking;
        this.periods = periods;
    }

    /** One row a driver, one for what is left, and the whole. */
    Evidence drivers(List<Factor> factors, double rest, Whole whole) {
        Evidence table = Evidence.of("drivers")
                .better(asked.metric().direction())
                .words("driver")
                .number("before")
                .number("after")
                .number("contribution")
                .number("p");
        if (factors.isEmpty()) {
            return table;
        }
        for (Factor factor : factors) {
            table = table.row(
                    factor.name(),
                    new Term.Amount(factor.before(), factor.unit()),
                    new Term.Amount(factor.after(), factor.unit()),
                    change(factor.contribution()),
                    factor.step().of().isDays() || factor.step().isBooked() ? Term.UNKNOWN : Chance.of(factor.p()));
        }
        if (Math.abs(rest) > NOTHING * Math.max(1, Math.abs(whole.change()))) {
            table = table.row(Term.words("driver-rest"), Term.UNKNOWN, Term.UNKNOWN, change(rest), Term.UNKNOWN);
        }
        return table.row(
                asked.term(),
                new Term.Amount(whole.before(), unit()),
                new Term.Amount(whole.after(), unit()),
                change(whole.change()),
                whole.p().map(Chance::of).orElse(Term.UNKNOWN));
    }

    /**
     * A table for a few dimensions by which the number can be split, those of the causes first, and a word where members
     * and whole disagree in any.
     */
    void dimensions(Finding.Draft draft, Whole whole, List<Cause> causes) {
        Optional<Anatomy> anatomy = desk.metrics().anatomy(asked.metric());
        if (anatomy.isEmpty()) {
            return;
        }
        Set<String> dimensions = new LinkedHashSet<>();
        causes.forEach(cause -> cause.place().ifPresent(place -> dimensions.add(place.dimension())));
        dimensions.addAll(Place.DIMENSIONS);
        int[] told = {0};
        for (String dimension : dimensions) {
            cut(anatomy.get(), dimension).filter(cut -> cut.pieces().size() > 1).ifPresent(cut -> {
                if (told[0]++ < MOST_TABLES || cut.reversed()) {
                    draft.evidence(table(cut));
                }
                if (cut.reversed()) {
                    draft.caveat(Sentence.of("why-reversal")
                            .with("metric", asked.term())
                            .with("dimension", Cause.dimension(desk, dimension))
                            .with("moved", Term.words(whole.change() > 0 ? "moved-rose" : "moved-fell")));
                }
            });
        }
    }

    private Optional<Cut> cut(Anatomy anatomy, String dimension) {
        Link first = Link.of(anatomy.parts().get(0).measure());
        if (anatomy.isRatio()) {
            Link second = Link.of(anatomy.parts().get(1).measure());
            return Cut.ofRatio(new Branch.Step(first, Optional.of(second)), dimension, asking, periods);
        }
        return anatomy.isOnePart() ? Cut.ofSum(first, dimension, asking, periods) : Optional.empty();
    }

    /** Of a sum each member has one contribution, of a ratio two. */
    private Evidence table(Cut cut) {
        Evidence table = Evidence.of("by_" + cut.dimension())
                .better(asked.metric().direction())
                .words("member")
                .number("before")
                .number("after")
                .number("contribution");
        if (cut.ratio()) {
            table = table.number("rate_effect").number("mix_effect");
        }
        List<Cut.Piece> pieces = new ArrayList<>(cut.pieces());
        pieces.sort(Comparator.comparingDouble((Cut.Piece piece) -> -Math.abs(piece.contribution())));
        int told = pieces.size() <= MOST_ROWS ? pieces.size() : MOST_ROWS - 1;
        List<List<Term>> rows = new ArrayList<>();
        for (Cut.Piece piece : pieces.subList(0, told)) {
            rows.add(row(
                    cut,
                    Cause.member(piece.member()),
                    List.of(Term.amount(piece.before(), unit()), Term.amount(piece.after(), unit())),
                    new double[] {piece.rate(), piece.mix()}));
        }
        List<Cut.Piece> others = pieces.subList(told, pieces.size());
        if (!others.isEmpty()) {
            double[] effects = {
                others.stream().mapToDouble(Cut.Piece::rate).sum(),
                others.stream().mapToDouble(Cut.Piece::mix).sum()
            };
            rows.add(row(
                    cut,
                    new Term.Phrase(Sentence.of("other-members").with("count", others.size())),
                    List.of(Term.UNKNOWN, Term.UNKNOWN),
                    effects));
        }
        return table.rows(rows);
    }

    private List<Term> row(Cut cut, Term member, List<Term> values, double[] effects) {
        List<Term> row = new ArrayList<>(List.of(member));
        row.addAll(values);
        row.add(change(effects[0] + effects[1]));
        if (cut.ratio()) {
            row.add(change(effects[0]));
            row.add(change(effects[1]));
        }
        return row;
    }

    private Term change(double contribution) {
        return new Term.Change(contribution, unit());
    }

    private MetricUnit unit() {
        return asked.metric().unit();
    }
}
