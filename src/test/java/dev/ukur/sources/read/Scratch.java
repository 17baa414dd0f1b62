package dev.ukur.sources.read;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Files for the tests of reading, and their content in short. */
record Scratch(Path folder) {

    /** Fills a sheet. */
    interface Filling {
        void fill(Worksheet sheet);
    }

    Input file(String name, byte[] bytes) throws IOException {
        Path path = folder.resolve(name);
        Files.createDirectories(path.getParent());
        return input(Files.write(path, bytes));
    }

    Input file(String name, String text) throws IOException {
        return file(name, text.getBytes(StandardCharsets.UTF_8));
    }

    static Input input(Path path) {
        return new Input(path.toString(), path, Optional.empty());
    }

    static byte[] gzip(String text) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            gzip.write(text.getBytes(StandardCharsets.UTF_8));
        }
        return bytes.toByteArray();
    }

    /** A zip of names and contents by turns: text or bytes. */
    static byte[] zip(Object... members) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (int i = 0; i < members.length; i += 2) {
                zip.putNextEntry(new ZipEntry((String) members[i]));
                zip.write(
                        members[i + 1] instanceof byte[] raw
                                ? raw
                                : ((String) members[i + 1]).getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    static byte[] xlsx(Filling filling) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            filling.fill(workbook.newWorksheet("Data"));
        }
        return bytes.toByteArray();
    }

    /** The rows as {@code line: text|text}. */
    static List<String> rows(Grid grid) {
        List<String> rows = new ArrayList<>();
        try (grid) {
            for (GridRow row = grid.next(); row != null; row = grid.next()) {
                rows.add(row.line() + ": "
                        + String.join("|", row.cells().stream().map(Cell::text).toList()));
            }
        }
        return rows;
    }

    static List<String> rows(Input input) {
        Content content = Contents.open(input);
        return rows(content.grid(content.sheets().get(0)));
    }

    /** The records as {@code line: json}. */
    static List<String> records(Content content) {
        List<String> records = new ArrayList<>();
        try (Records items = content.records()) {
            for (Records.Item item = items.next(); item != null; item = items.next()) {
                records.add(item.line() + ": " + item.node());
            }
        }
        return records;
    }

    /** The one problem a call stops with. */
    static Problem problemOf(ThrowingCallable call) {
        return catchThrowableOfType(ProblemException.class, call).problems().get(0);
    }
}
