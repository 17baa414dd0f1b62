package dev.ukur.bench;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What something costs each time it is done: CPU of the whole process and wall time, in milliseconds. */
public final class Cost {

    private static final Path THREADS = Path.of("/proc/self/task");

    private final List<Double> cpu = new ArrayList<>();
    private final List<Double> wall = new ArrayList<>();

    public <T> T of(Supplier<T> work) {
        long cpuBefore = cpuNanos();
        long wallBefore = System.nanoTime();
        T result = work.get();
        wall.add((System.nanoTime() - wallBefore) / 1e6);
        cpu.add((cpuNanos() - cpuBefore) / 1e6);
        return result;
    }

    /** The kernel's own count of all threads; Java's tells only hundredths of a second. */
    private static long cpuNanos() {
        long sum = 0;
        try (DirectoryStream<Path> threads = Files.newDirectoryStream(THREADS)) {
            for (Path thread : threads) {
                sum += nanos(thread.resolve("schedstat"));
            }
        } catch (IOException e) {
            throw new IllegalStateException("this benchmark needs Linux", e);
        }
        return sum;
    }

    private static long nanos(Path file) throws IOException {
        try {
            String line = Files.readString(file);
            return Long.parseLong(line.substring(0, line.indexOf(' ')));
        } catch (NoSuchFileException ended) {
            return 0;
        }
    }

    double lastWall() {
        return wall.get(wall.size() - 1);
    }

    public double cpu() {
        return median(cpu);
    }

    public double wall() {
        return median(wall);
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
