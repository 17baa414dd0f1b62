package dev.ukur.sources;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Severity;
import dev.ukur.sources.ImportReport.ControlTotal;
import dev.ukur.sources.ImportReport.FileReport;
import dev.ukur.sources.ImportReport.Outcome;
import dev.ukur.store.LoadRecord;
import dev.ukur.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** File reports of each outcome. */
final class Reports {

    /** A file that was read to its end. */
    record Read(String file, String profile, RowLoader loader, List<ControlTotal> totals, List<Problem> notes) {}

    private Reports() {}

    /** A file that was not read: refused or passed over. */
    static FileReport unread(String file, Outcome outcome, Optional<String> profile, List<Problem> problems) {
        return new FileReport(
                file,
                outcome,
                profile,
                Optional.empty(),
                0,
                0,
                0,
                0,
                0,
                List.of(),
                Map.of(),
                Optional.empty(),
                problems);
    }

    static FileReport alreadyLoaded(String file, String profile, LoadRecord first, List<Problem> notes) {
        return new FileReport(
                file,
                Outcome.ALREADY_LOADED,
                Optional.of(profile),
                Optional.of(first.id()),
                first.read(),
                0,
                0,
                first.read() - first.rejected(),
                first.rejected(),
                List.of(),
                Map.of(),
                period(first),
                notes);
    }

    /** A file read but not loaded. */
    static FileReport read(Outcome outcome, Read read, Optional<Problem> hold) {
        List<Problem> problems = new ArrayList<>(read.notes());
        hold.ifPresent(problems::add);
        return new FileReport(
                read.file(),
                outcome,
                Optional.of(read.profile()),
                Optional.empty(),
                read.loader().read(),
                0,
                0,
                0,
                read.loader().rejected(),
                read.totals(),
                read.loader().reasons(),
                read.loader().coverages().get(0).span(),
                problems);
    }

    static FileReport loaded(Read read, LoadRecord record) {
        return new FileReport(
                read.file(),
                Outcome.LOADED,
                Optional.of(read.profile()),
                Optional.of(record.id()),
                record.read(),
                record.loaded(),
                record.changed(),
                record.unchanged(),
                read.loader().rejected(),
                read.totals(),
                read.loader().reasons(),
                period(record),
                record.gone() == 0 ? read.notes() : withGone(read, record.gone()));
    }

    private static List<Problem> withGone(Read read, long gone) {
        List<Problem> notes = new ArrayList<>(read.notes());
        notes.add(new Problem("rows-gone", Severity.NOTE, Location.of(read.file()), Map.of("rows", gone)));
        return notes;
    }

    /** Control totals, reject reasons and notes as JSON, kept with the load; how it was read, if rows wait to be read again. */
    static String json(Read read, ReadAs readAs) {
        ObjectNode report = JsonNodeFactory.instance.objectNode();
        ArrayNode totals = report.putArray("control_totals");
        read.totals()
                .forEach(total -> totals.addObject()
                        .put("label", total.label())
                        .put("column", total.column())
                        .put("stated", total.stated())
                        .put("summed", total.summed())
                        .put("matches", total.matches())
                        .put("binding", total.binding()));
        ObjectNode reasons = report.putObject("reasons");
        read.loader().reasons().forEach(reasons::put);
        ArrayNode notes = report.putArray("notes");
        read.notes().forEach(note -> {
            ObjectNode entry = notes.addObject();
            entry.put("code", note.code());
            note.facts().forEach((fact, value) -> entry.put(fact, String.valueOf(value)));
        });
        if (read.loader().rejected() > 0) {
            readAs.write(report);
        }
        return report.toString();
    }

    private static Optional<Period> period(LoadRecord record) {
        return record.periodStart() == null || record.periodEnd() == null
                ? Optional.empty()
                : Optional.of(new Period(record.periodStart(), record.periodEnd()));
    }
}
