package dev.ukur.delivery.lab.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/** A series of the competition, with what came after. */
record M4Series(double[] past, double[] future) {

    static List<M4Series> read(Path file) {
        try (BufferedReader lines = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            Map<String, double[]> past = new HashMap<>();
            List<M4Series> series = new ArrayList<>();
            lines.lines().skip(1).map(line -> line.split(",", -1)).forEach(cells -> {
                double[] values = Stream.of(cells[2].split(";", -1))
                        .mapToDouble(Double::parseDouble)
                        .toArray();
                if (cells[1].equals("train")) {
                    past.put(cells[0], values);
                } else {
                    series.add(new M4Series(past.getOrDefault(cells[0], new double[0]), values));
                }
            });
            return series;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
