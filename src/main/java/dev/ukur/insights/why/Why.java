package dev.ukur.insights.why;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Series;
import dev.ukur.insights.Subject;
import dev.ukur.insights.Term;
import dev.ukur.metrics.Anatomy;
import dev.ukur.metrics.Comparison;
import dev.ukur.model.MetricUnit;
import dev.ukur.stats.compare.ManyTests;
import dev.ukur.time.FiscalCalendar;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Why a metric changed between two periods.
 *
 * @param subject name of a goal or metric
 * @param days the later period; the last complete one of the goal's cadence when empty
 * @param against what it is compared with
 */
public record Why(String subject, Optional<Period> days, Comparison against) implements Analysis {

    private static final double RATE = 0.05;
    private static final double MATERIAL = 0.05;
    private static final int SAME_WEEKDAYS = 364;

    @Override
    public Finding find(Desk desk) {
        Subject asked = Subject.of(desk, subject);
        Asking asking = new Asking(desk, asked.where());
        Optional<Periods> periods = periods(desk, asked);
        Optional<Whole> whole = periods.flatMap(both -> Whole.of(desk, asked, asking, both));
        Finding.Draft draft = Finding.about("why", asked.term());
        if (whole.isEmpty()) {
            return draft.answer(Verdict.CANNOT_TELL, unknown(asked, periods), asking.provenance());
        }
        return open(asked, asking, periods.get())
                .map(sentence -> draft.answer(Verdict.CANNOT_TELL, sentence, asking.provenance()))
                .orElseGet(() -> new Told(desk, asked, asking, periods.get()).tell(draft, whole.get()));
    }

    /** A period whose days are not final is compared with none. */
    private static Optional<Sentence> open(Subject asked, Asking asking, Periods periods) {
        return Stream.of(periods.after(), periods.before())
                .flatMap(days -> asked.unsettled(asking.ask(asked.total(days)), days).stream())
                .findFirst();
    }

    private static Sentence unknown(Subject asked, Optional<Periods> periods) {
        Sentence sentence = Sentence.of(periods.isPresent() ? "why-no-value" : "why-no-period")
                .with("metric", asked.term());
        return periods.map(both ->
                        sentence.with("before", Term.days(both.before())).with("after", Term.days(both.after())))
                .orElse(sentence);
    }

    /** The last complete period where none is given, and the one it is compared with. */
    private Optional<Periods> periods(Desk desk, Subject asked) {
        Optional<Period> after =
                days.or(() -> Series.of(desk, asked, asked.grain()).last().map(Series.Point::period));
        return after.map(period -> new Periods(earlier(desk, asked, period), period));
    }

    private Period earlier(Desk desk, Subject asked, Period period) {
        return switch (against) {
            case LAST_YEAR ->
                new Period(
                        period.first().minusDays(SAME_WEEKDAYS), period.last().minusDays(SAME_WEEKDAYS));
            case HOLIDAY -> desk.calendar().yearBefore(period);
            case PREVIOUS -> before(desk, asked.grain(), period);
        };
    }

    /** The whole period before a whole one; as many days before other days. */
    private static Period before(Desk desk, Grain grain, Period period) {
        FiscalCalendar calendar = desk.settings().calendar();
        for (Grain whole : List.of(grain, Grain.MONTH, Grain.WEEK, Grain.QUARTER, Grain.YEAR)) {
            if (calendar.around(whole, period.first()).equals(period)) {
                return calendar.around(whole, period.first().minusDays(1));
            }
        }
        return period.previous();
    }

    /** What is said of one change. */
    private record Told(Desk desk, Subject asked, Asking asking, Periods periods) {

        Finding tell(Finding.Draft draft, Whole whole) {
            Optional<Anatomy> anatomy = desk.metrics().anatomy(asked.metric());
            DriverTree tree = DriverTree.of(asked.metric(), anatomy, asking, periods);
            Split split = Split.of(tree, asking, periods, whole.change());
            List<Factor> factors = split.factors().stream()
                    .map(factor -> withChance(factor, whole.change()))
                    .toList();
            List<Cause> causes = causes(factors, whole.change());
            WhyTables tables = new WhyTables(desk, asked, asking, periods);
            draft.evidence(tables.drivers(factors, split.rest(), whole));
            tables.dimensions(draft, whole, causes);
            Checklist checklist = new Checklist(desk, asking, periods, measures(anatomy));
            draft.evidence(checklist.table());
            List<Sentence> measuring = checklist.measuring();
            draft.reasons(measuring);
            causes.forEach(cause -> draft.reason(cause.sentence(desk, asked.term(), unit())));
            checklist.findings().stream()
                    .filter(said -> !measuring.contains(said))
                    .forEach(draft::reason);
            caveats(draft, tree, whole);
            Sentence answer = measuring.isEmpty() ? answer(whole, causes) : measured(whole, measuring.get(0));
            return draft.answer(verdict(whole, causes), answer, asking.provenance());
        }

        private static Set<String> measures(Optional<Anatomy> anatomy) {
            return anatomy.stream()
                    .flatMap(parts -> parts.parts().stream())
                    .map(Anatomy.Part::measure)
                    .collect(Collectors.toSet());
        }

        private Verdict verdict(Whole whole, List<Cause> causes) {
            boolean beyondChance = whole.p().filter(p -> p <= RATE).isPresent();
            return beyondChance || !causes.isEmpty() ? Verdict.CLEAR : Verdict.NOISE;
        }

        private Sentence answer(Whole whole, List<Cause> causes) {
            boolean clear = verdict(whole, causes) == Verdict.CLEAR;
            String code = !clear ? "why-noise" : causes.isEmpty() ? "why-unexplained" : "why-moved";
            Sentence sentence = moved(code, whole);
            if (!clear || causes.isEmpty()) {
                return sentence;
            }
            Cause first = causes.get(0);
            return sentence.with("cause", first.name(desk))
                    .with("contribution", new Term.Change(first.factor().contribution(), unit()));
        }

        private Sentence measured(Whole whole, Sentence broken) {
            return moved("why-measuring", whole).with("broken", new Term.Phrase(broken));
        }

        private Sentence moved(String code, Whole whole) {
            String word = whole.change() == 0 ? "same" : whole.change() > 0 ? "rose" : "fell";
            return Sentence.of(code)
                    .with("metric", asked.term())
                    .with("moved", Term.words("moved-" + word))
                    .with("value_before", new Term.Amount(whole.before(), unit()))
                    .with("value_after", new Term.Amount(whole.after(), unit()))
                    .with("before", Term.days(periods.before()))
                    .with("after", Term.days(periods.after()))
                    .with("change", new Term.Change(whole.change(), unit()));
        }

        /** Drivers that moved by more than chance: those that moved the number its way first, the largest first. */
        private List<Cause> causes(List<Factor> factors, double change) {
            double[] q = ManyTests.benjaminiHochberg(
                    factors.stream().mapToDouble(Factor::p).toArray());
            List<Factor> moved = new ArrayList<>();
            for (int i = 0; i < q.length; i++) {
                if (q[i] <= RATE && factors.get(i).contribution() != 0) {
                    moved.add(factors.get(i));
                }
            }
            moved.sort(Comparator.comparing((Factor factor) -> factor.contribution() * change < 0)
                    .thenComparing(factor -> -Math.abs(factor.contribution())));
            return moved.stream()
                    .map(factor -> new Cause(factor, Place.of(factor, asking, periods)))
                    .toList();
        }

        /** The calendar is no chance, nor are booked costs: these are a cause where they did a part worth naming. */
        private Factor withChance(Factor factor, double change) {
            Branch.Step step = factor.step();
            if (step.of().isDays()) {
                return factor;
            }
            if (step.isBooked()) {
                return factor.withP(Math.abs(factor.contribution()) >= MATERIAL * Math.abs(change) ? 0 : 1);
            }
            return factor.withP(step.over()
                    .filter(link -> !link.isDays())
                    .map(link -> Whole.ofRatio(step.of(), link, asking, periods))
                    .orElseGet(() -> Whole.ofDays(step.of(), asking, periods)));
        }

        private void caveats(Finding.Draft draft, DriverTree tree, Whole whole) {
            if (whole.p().isEmpty()) {
                draft.caveat(Sentence.of("why-no-chance"));
            }
            if (tree.branches().isEmpty()) {
                draft.caveat(Sentence.of("why-no-tree").with("metric", asked.term()));
            }
            if (periods.before().days() != periods.after().days()) {
                draft.caveat(Sentence.of("why-days")
                        .with("before", periods.before().days())
                        .with("after", periods.after().days()));
            }
        }

        private MetricUnit unit() {
            return asked.metric().unit();
        }
    }
}
