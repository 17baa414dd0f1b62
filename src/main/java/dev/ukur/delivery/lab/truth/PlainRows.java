package dev.ukur.delivery.lab.truth;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** Reference files without a header: rows of numbers. */
final class PlainRows {

    private PlainRows() {}

    /** Every row that begins with a number, cut at a pattern. */
    static List<double[]> read(Path file, String separator) {
        try {
            return Files.readAllLines(file).stream()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9].*"))
                    .map(line -> Arrays.stream(line.split(separator))
                            .mapToDouble(Double::parseDouble)
                            .toArray())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
