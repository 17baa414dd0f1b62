package dev.ukur;

import dev.ukur.insights.Finding;
import dev.ukur.insights.Sentence;
import dev.ukur.metrics.Answer;
import dev.ukur.model.Lake;
import dev.ukur.model.LakeTable;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.store.QueryEngine;
import dev.ukur.store.Sql;
import dev.ukur.workspace.WorkspaceFiles;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * When the tables of a lake were last looked at: answers of what was pulled say so when that is long ago.
 *
 * @param engine of the local store
 * @param today in the zone
 */
record LakeFreshness(Path folder, QueryEngine engine, ZoneId zone, LocalDate today) {

    /**
     * What is told of a table: {@code lake-stale} or {@code lake-never-pulled}.
     *
     * @param sentence the same in a finding
     */
    private record Note(String source, Problem problem, Sentence sentence) {}

    /** Of all tables that are to be pulled. */
    List<Problem> problems() {
        return notes().stream().map(Note::problem).toList();
    }

    /** The answer, with a warning for each table it rests on; one that rests on nothing misses them all. */
    Answer noted(Answer answer) {
        List<Problem> notes =
                about(answer.meta().sources()).stream().map(Note::problem).toList();
        return notes.isEmpty() ? answer : answer.warned(notes);
    }

    /** The finding, with a caveat for each table it rests on; one that rests on nothing misses them all. */
    Finding noted(Finding finding) {
        List<Sentence> notes = about(finding.provenance().sources()).stream()
                .map(Note::sentence)
                .toList();
        return notes.isEmpty() ? finding : finding.cautioned(notes);
    }

    private List<Note> about(Collection<String> used) {
        return notes().stream()
                .filter(note -> used.isEmpty() || used.contains(note.source()))
                .toList();
    }

    private List<Note> notes() {
        return WorkspaceFiles.lake(folder, new Problems()).map(this::notes).orElse(List.of());
    }

    private List<Note> notes(Lake lake) {
        List<LakeTable> tables =
                lake.tables().stream().filter(table -> table.pull().wanted()).toList();
        Map<String, LocalDate> pulled = tables.isEmpty() ? Map.of() : pulled(tables);
        List<Note> notes = new ArrayList<>();
        for (LakeTable table : tables) {
            LocalDate day = pulled.get(source(table));
            if (day == null) {
                notes.add(new Note(
                        source(table), about("lake-never-pulled", table), sentence("lake-never-pulled", table)));
                continue;
            }
            long days = ChronoUnit.DAYS.between(day, today);
            if (days > lake.staleDays()) {
                notes.add(new Note(
                        source(table),
                        about("lake-stale", table).with("days", days),
                        sentence("lake-stale", table).with("days", days)));
            }
        }
        return notes;
    }

    private static Problem about(String code, LakeTable table) {
        return Problem.warning(code, table.at()).with("table", table.name().toString());
    }

    private static Sentence sentence(String code, LakeTable table) {
        return Sentence.of(code).with("table", table.name().toString());
    }

    /** As answers name it. */
    private static String source(LakeTable table) {
        return table.name() + "/" + table.account();
    }

    private Map<String, LocalDate> pulled(List<LakeTable> tables) {
        String names = tables.stream()
                .map(table -> Sql.literal(table.name().toString()))
                .distinct()
                .collect(Collectors.joining(", "));
        Map<String, LocalDate> pulled = new HashMap<>();
        engine.stream(
                Sql.of("select profile, account, max(loaded_at) from "
                        + engine.dialect().table("loads") + " where profile in (" + names + ") group by 1, 2"),
                row -> {
                    if (row[2] instanceof Instant moment) {
                        pulled.put(row[0] + "/" + row[1], LocalDate.ofInstant(moment, zone));
                    }
                });
        return pulled;
    }
}
