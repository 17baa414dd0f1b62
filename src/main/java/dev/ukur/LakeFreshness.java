package dev.ukur;

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

    /** What is told of a table: {@code lake-stale} or {@code lake-never-pulled}. */
    private record Note(String source, Problem problem) {}

    /** Of all tables that are to be pulled. */
    List<Problem> problems() {
        return notes().stream().map(Note::problem).toList();
    }

    /** The answer, with a warning for each table it rests on; one that rests on nothing misses them all. */
    Answer noted(Answer answer) {
        List<String> used = answer.meta().sources();
        List<Problem> notes = notes().stream()
                .filter(note -> used.isEmpty() || used.contains(note.source()))
                .map(Note::problem)
                .toList();
        return notes.isEmpty() ? answer : answer.warned(notes);
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
                notes.add(new Note(source(table), about("lake-never-pulled", table)));
            } else if (ChronoUnit.DAYS.between(day, today) > lake.staleDays()) {
                notes.add(new Note(
                        source(table), about("lake-stale", table).with("days", ChronoUnit.DAYS.between(day, today))));
            }
        }
        return notes;
    }

    private static Problem about(String code, LakeTable table) {
        return Problem.warning(code, table.at()).with("table", table.name().toString());
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
