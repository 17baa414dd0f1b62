package dev.ukur.insights.funnel;

import dev.ukur.insights.Analysis;
import dev.ukur.insights.Coverage;
import dev.ukur.insights.Desk;
import dev.ukur.insights.Finding;
import dev.ukur.insights.Finding.Verdict;
import dev.ukur.insights.Provenance;
import dev.ukur.insights.Sentence;
import dev.ukur.insights.Term;
import dev.ukur.insights.funnel.FunnelSql.Segments;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * {@code ukur funnel}: how many go from step to step, where they stop, and where that changed. Persons enter with the first
 * step in the period; later steps count until the window closes, also after the period.
 *
 * @param steps as {@link Steps} reads them; none for the usual ones
 * @param window how long the way may take
 * @param scope which days and whom
 */
public record Funnel(List<String> steps, Window window, Scope scope) implements Analysis {

    private static final int USUAL_DAYS = 90;
    private static final int MOST_SEGMENTS = 12;

    /**
     * Which days and whom.
     *
     * @param period of the first step; empty for the last 90 days
     * @param against what to compare with
     * @param by the dimension of the first step by which persons are told apart
     */
    public record Scope(Optional<Period> period, Optional<Against> against, Optional<String> by) {

        /** The last 90 days, all together. */
        public static final Scope USUAL = new Scope(Optional.empty(), Optional.empty(), Optional.empty());
    }

    /** Another period; empty for the one just before, of equal length. */
    public record Against(Optional<Period> period) {}

    public Funnel {
        steps = List.copyOf(steps);
    }

    @Override
    public Finding find(Desk desk) {
        List<Step> read = Steps.read(desk, steps);
        String way = read.stream().map(Step::text).collect(Collectors.joining(" → "));
        Finding.Draft draft = Finding.about("funnel", new Term.Word(way, Step.way(read)));
        List<Coverage> coverages = read.stream()
                .flatMap(step -> step.doings().stream())
                .map(doing -> doing.fact().table())
                .distinct()
                .map(table -> Coverage.of(desk, table))
                .flatMap(Optional::stream)
                .toList();
        Optional<Coverage> first =
                Coverage.of(desk, read.get(0).doings().get(0).fact().table());
        if (first.isEmpty()) {
            Sentence answer =
                    Sentence.of("funnel-no-data").with("step", read.get(0).name());
            return draft.answer(Verdict.CANNOT_TELL, answer, Provenance.at(desk.now()));
        }
        LocalDate known = coverages.stream()
                .map(coverage -> coverage.days().last())
                .max(Comparator.naturalOrder())
                .orElseThrow();
        Period entries = scope.period().orElseGet(() -> first.get().last(USUAL_DAYS));
        Provenance provenance = Provenance.at(desk.now())
                .and(
                        entries,
                        coverages.stream()
                                .flatMap(one -> one.sources().stream())
                                .distinct()
                                .toList());
        LocalDate settled = coverages.stream()
                .map(Coverage::settledUntil)
                .min(Comparator.naturalOrder())
                .orElseThrow();
        return new Course(desk, read, new Told(known, settled)).tell(draft, entries, provenance);
    }

    private FunnelShape shape(List<Step> read) {
        return new FunnelShape(read.stream().map(Step::optional).toList(), window);
    }

    /**
     * How far the data go.
     *
     * @param until last day with rows of any step
     * @param settled last day that no source of a step may restate
     */
    private record Told(LocalDate until, LocalDate settled) {}

    /** A way whose steps are known, over the days that have data. */
    private final class Course {

        private final Desk desk;
        private final List<Step> read;
        private final LocalDate known;
        private final LocalDate settled;

        Course(Desk desk, List<Step> read, Told told) {
            this.desk = desk;
            this.read = read;
            this.known = told.until();
            this.settled = told.settled();
        }

        Finding tell(Finding.Draft draft, Period entries, Provenance provenance) {
            Segments segments = segments(entries);
            FunnelCounts counts = count(entries, segments);
            FunnelWords words = new FunnelWords(read, window);
            if (counts.reached(0) == 0) {
                Sentence answer = Sentence.of("funnel-nobody")
                        .with("step", read.get(0).name())
                        .with("period", Term.days(entries));
                return draft.answer(Verdict.CANNOT_TELL, answer, provenance);
            }
            words.course(draft, counts);
            words.segments(draft, counts, segments);
            words.caveats(draft, counts);
            Optional<Sentence> change = scope.against().flatMap(against -> change(draft, entries, against));
            Sentence answer = words.answer(counts, entries);
            change.ifPresent(sentence -> draft.reason(answer));
            Verdict verdict = change.map(
                            sentence -> sentence.code().equals("funnel-changed") ? Verdict.CLEAR : Verdict.NOISE)
                    .orElse(Verdict.CLEAR);
            return draft.answer(verdict, change.orElse(answer), provenance);
        }

        /** Both periods end early enough for everybody to have had the whole window, and all of it in days that are final. */
        private Optional<Sentence> change(Finding.Draft draft, Period entries, Against against) {
            LocalDate last = settled.isBefore(known) ? settled : known;
            LocalDate closed = last.minusDays(window.reachDays(read.size()));
            Optional<Period> ours = until(entries, closed);
            Optional<Period> theirs = ours.flatMap(now -> until(against.period().orElseGet(now::previous), closed));
            if (ours.isEmpty() || theirs.isEmpty()) {
                draft.caveat(Sentence.of("funnel-too-young").with("day", Term.day(closed)));
                return Optional.empty();
            }
            Period now = ours.get();
            Period before = theirs.get();
            FunnelChange change = new FunnelChange(
                    read,
                    new FunnelChange.Side(now, count(now, Segments.none())),
                    new FunnelChange.Side(before, count(before, Segments.none())));
            return Optional.of(change.tell(draft));
        }

        private static Optional<Period> until(Period days, LocalDate closed) {
            LocalDate last = days.last().isAfter(closed) ? closed : days.last();
            return last.isBefore(days.first()) ? Optional.empty() : Optional.of(new Period(days.first(), last));
        }

        private Segments segments(Period entries) {
            if (scope.by().isEmpty()) {
                return Segments.none();
            }
            String dimension = scope.by().get();
            FunnelSql sql = new FunnelSql(desk, read, entries, window);
            if (!sql.dimensions().contains(dimension)) {
                throw new ProblemException(Problem.error("funnel-unknown-dimension", Location.nowhere())
                        .with("dimension", dimension)
                        .with("step", read.get(0).text())
                        .with("known", String.join(", ", new java.util.TreeSet<>(sql.dimensions()))));
            }
            return Segments.of(
                    dimension,
                    desk.engine().query(sql.members(dimension, MOST_SEGMENTS)).rows().stream()
                            .map(row -> String.valueOf(row.get(0)))
                            .toList());
        }

        private FunnelCounts count(Period entries, Segments segments) {
            long end = known.plusDays(1).toEpochSecond(LocalTime.MIN, offset()) * 1_000_000L;
            FunnelCounts counts =
                    new FunnelCounts(shape(read), segments.members().size(), end);
            FunnelPass pass = new FunnelPass(shape(read), counts);
            FunnelSql sql = new FunnelSql(desk, read, entries, window);
            desk.engine()
                    .scan(sql.rows(segments.dimension().isEmpty() ? Optional.empty() : Optional.of(segments)), pass);
            return pass.end();
        }

        private ZoneOffset offset() {
            return desk.settings().zone().getRules().getOffset(known.atStartOfDay());
        }
    }
}
