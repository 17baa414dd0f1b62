package dev.ukur.twin;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Seven months of a tiny shop on disk, with both faults in it, and ways to read what was written. */
final class TinyShop {

    static final TwinOptions OPTIONS = new TwinOptions(7, 40, 7, LocalDate.of(2026, 11, 22));

    private final Path folder;
    private final JsonNode truth;

    private TinyShop(Path folder) throws IOException {
        this.folder = folder;
        truth = new ObjectMapper().readTree(Files.readString(folder.resolve("truth.json")));
    }

    static TinyShop write(Path folder) throws IOException {
        new Twin(OPTIONS).write(folder, month -> {});
        return new TinyShop(folder);
    }

    /** A metric's months and sums, months of 0 included. */
    TreeMap<String, BigDecimal> truth(String metric) {
        TreeMap<String, BigDecimal> months = new TreeMap<>();
        truth.get("metrics")
                .get(metric)
                .get("total")
                .properties()
                .forEach(month ->
                        months.put(month.getKey(), plain(month.getValue().decimalValue())));
        return months;
    }

    /** A metric's months and members and sums, as {@code month member}, without zeros. */
    TreeMap<String, BigDecimal> truth(String metric, String dimension) {
        TreeMap<String, BigDecimal> cells = new TreeMap<>();
        truth.get("metrics")
                .get(metric)
                .get(dimension)
                .properties()
                .forEach(month -> month.getValue()
                        .properties()
                        .forEach(member -> put(cells, month.getKey() + " " + member.getKey(), member.getValue())));
        return cells;
    }

    private static void put(TreeMap<String, BigDecimal> cells, String key, JsonNode value) {
        if (value.decimalValue().signum() != 0) {
            cells.put(key, plain(value.decimalValue()));
        }
    }

    /** The number without zeros at its end: equal numbers are then equal objects. */
    static BigDecimal plain(BigDecimal number) {
        BigDecimal bare = number.stripTrailingZeros();
        return bare.scale() < 0 ? bare.setScale(0) : bare;
    }

    JsonNode whole() {
        return truth;
    }

    /** All files of a folder of exports, sorted. */
    List<Path> files(String platform) {
        return list(folder.resolve("ekspor").resolve(platform));
    }

    private static List<Path> list(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<CsvRecord> rows(Path file, char delimiter) {
        try {
            return rows(Files.readString(file), delimiter);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<CsvRecord> rows(String text, char delimiter) {
        String unmarked = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .allowExtraFields(true)
                .allowMissingFields(true)
                .ofCsvRecord(unmarked)
                .stream()
                .toList();
    }

    /** Rows of the member of an archive whose name begins so. */
    static List<CsvRecord> member(Path archive, String prefix) {
        try (FileSystem zip = FileSystems.newFileSystem(archive)) {
            Path found = list(zip.getPath("/")).stream()
                    .filter(file -> file.getFileName().toString().startsWith(prefix))
                    .findFirst()
                    .orElseThrow();
            return rows(Files.readString(found), ',');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
