package dev.ukur.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a push that was broken off left in a lake. No reader sees it; the next push takes it away. */
final class LakeLeftovers {

    /** How folders of pushes begin. */
    static final String PUSH = "push-";

    private final LakeGround ground;
    private final LakeSchema schema;
    private final Set<String> canonical;

    LakeLeftovers(LakeGround ground, LakeSchema schema, Set<String> canonical) {
        this.ground = ground;
        this.schema = schema;
        this.canonical = canonical;
    }

    /**
     * Takes it away.
     *
     * @param newest the newest load of the book; 0 when it has none
     * @param pushes the folders that the book names
     */
    void clear(long newest, Set<String> pushes) {
        Set<String> tables = new HashSet<>(schema.tables().keySet());
        for (String table : List.copyOf(tables)) {
            if (table.startsWith(LakeCopy.PASSING) || (newest == 0 && canonical.contains(table))) {
                ground.run("drop table " + schema.nameOf(table));
                tables.remove(table);
            }
        }
        tables.retainAll(canonical);
        if (!tables.isEmpty()) {
            takeBack(newest, tables);
        }
        tables.add(LakeSchema.LOADS);
        folders(ground.folder()).stream()
                .filter(folder -> isOf(folder, PUSH) && !pushes.contains(name(folder)))
                .forEach(folder -> remove(folder, tables));
    }

    /** Rows of loads that never came to their end, and what these did to rows of others. */
    private void takeBack(long newest, Set<String> tables) {
        String question = tables.stream()
                .sorted()
                .map(table -> "select " + Sql.literal(table) + ", count(*) filter (where load_id > " + newest
                        + "), count(*) filter (where load_id <= " + newest + " and superseded_by > " + newest
                        + ") from " + schema.nameOf(table))
                .collect(Collectors.joining(" union all "));
        for (List<?> row : ground.engine().query(Sql.of(question)).rows()) {
            String table = schema.nameOf(String.valueOf(row.get(0)));
            if (!Long.valueOf(0).equals(row.get(1))) {
                ground.run("delete from " + table + " where load_id > " + newest);
            }
            if (!Long.valueOf(0).equals(row.get(2))) {
                ground.run("update " + table + " set superseded_by = null where superseded_by > " + newest);
            }
        }
    }

    /** Files on which a table still stands, though it shows none of their rows, stay until the engine lets go of them. */
    private void remove(Path folder, Set<String> tables) {
        for (Path files : folders(folder)) {
            String table = name(files);
            if (!tables.contains(table) || !ground.holds(schema, table, files)) {
                remove(files);
            }
        }
        if (folders(folder).isEmpty()) {
            remove(folder);
        }
    }

    private static boolean isOf(Path folder, String beginning) {
        return name(folder).startsWith(beginning);
    }

    private static String name(Path folder) {
        return String.valueOf(folder.getFileName());
    }

    private static List<Path> folders(Path folder) {
        if (!Files.exists(folder)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(Files::isDirectory).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Removes a folder with all in it, if it is there. */
    static void remove(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> entries = Files.walk(folder)) {
            for (Path entry : entries.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(entry);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
