package dev.ukur;

import dev.ukur.kpis.Scorecard;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Book;
import dev.ukur.kpis.ledger.Entry;
import dev.ukur.kpis.ledger.Ledger;
import dev.ukur.kpis.ledger.LedgerLine;
import dev.ukur.kpis.ledger.Recorder;
import dev.ukur.kpis.ledger.Resolution;
import dev.ukur.kpis.ledger.Reviews;
import dev.ukur.kpis.ledger.Trust;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The ledger of one workspace. It is read anew at every call: it may be changed by a person or another process.
 *
 * @param folder of the workspace
 * @param store in which the ledger's length is noted
 * @param clock gives the moment of a line
 * @param settings of the workspace: its zone and calendar
 */
record WorkspaceLedger(Path folder, Path store, Clock clock, WorkspaceSettings settings) {

    Book book() {
        Ledger ledger = open();
        return new Book(ledger.lines(), Trust.of(ledger.entries()));
    }

    Agenda agenda(Scorecard scorecard) {
        return Agenda.of(scorecard, open().lines(), settings.zone());
    }

    /**
     * A scorecard that also names the reviews nobody had held by a moment. A ledger that cannot be read is told by {@code
     * check}.
     */
    Scorecard withMissedReviews(Scorecard scorecard, Instant moment) {
        try {
            List<Problem> warnings = new ArrayList<>(scorecard.warnings());
            List<LedgerLine> then = open().lines().stream()
                    .filter(line -> !line.at().isAfter(moment))
                    .toList();
            Agenda.of(scorecard, then, settings.zone()).items().stream()
                    .filter(item -> !item.missed().isEmpty())
                    .forEach(item -> warnings.add(Problem.warning(
                                    "review-missed", item.line().goal().at("kpi"))
                            .with("goal", item.line().goal().name())
                            .with(
                                    "periods",
                                    item.missed().stream().map(Period::toString).collect(Collectors.joining(", ")))));
            return new Scorecard(scorecard.asOf(), scorecard.kpis(), warnings);
        } catch (ProblemException e) {
            return scorecard;
        }
    }

    /** Writes down one thing. */
    void append(Entry entry) {
        open().append(List.of(entry));
    }

    /** Writes down what a scorecard says that is new. */
    void record(Scorecard scorecard) {
        Ledger ledger = open();
        ledger.append(new Recorder(ledger.entries(), settings.calendar()).news(scorecard));
    }

    /** Writes down a scorecard and the review held with it, both or none. */
    void review(Scorecard scorecard, String goal, Optional<Resolution> resolution) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), settings.zone());
        List<Entry> held = Reviews.held(scorecard, goal, resolution, today);
        Ledger ledger = open();
        List<Entry> entries = new ArrayList<>(new Recorder(ledger.entries(), settings.calendar()).news(scorecard));
        entries.addAll(held);
        ledger.append(entries);
    }

    /** What is wrong with the file, if anything. */
    List<Problem> problems() {
        try {
            open();
            return List.of();
        } catch (ProblemException e) {
            return e.problems();
        }
    }

    private Ledger open() {
        return Ledger.open(folder, store, clock);
    }
}
