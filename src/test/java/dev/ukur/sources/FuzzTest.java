package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damaged files end in a report, never in an exception. */
class FuzzTest {

    private static final Path SHAPES = Path.of("../shared/samples/shapes");
    private static final long SEED = 20261124L;
    private static final int ROUNDS = 12;

    @TempDir
    Path folder;

    @Test
    void damaged_samples_are_refused_held_or_loaded_but_nothing_escapes() throws IOException {
        assumeThat(Files.isDirectory(SHAPES))
                .as("the shared sample files are there")
                .isTrue();
        SplittableRandom random = new SplittableRandom(SEED);
        try (Bench bench = new Bench(folder);
                Stream<Path> samples = Files.list(SHAPES)) {
            Importer importer = bench.importer();
            for (Path sample : samples.sorted().toList()) {
                byte[] whole = Files.readAllBytes(sample);
                for (int round = 0; round < ROUNDS; round++) {
                    Path damaged = folder.resolve("damaged-" + round + ".csv");
                    Files.write(damaged, damage(whole, random));
                    assertThatCode(() -> importer.load(List.of(damaged), ImportOptions.standard()))
                            .as("seed %d, %s, round %d", SEED, sample, round)
                            .doesNotThrowAnyException();
                }
            }
        }
    }

    /** Some bytes changed, a piece repeated, or the end cut off. */
    private static byte[] damage(byte[] whole, SplittableRandom random) {
        byte[] bytes = whole.clone();
        int changes = random.nextInt(1, 8);
        for (int i = 0; i < changes; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
        }
        if (random.nextInt(3) == 0) {
            return java.util.Arrays.copyOf(bytes, random.nextInt(1, bytes.length));
        }
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(bytes.length);
            byte[] twice = java.util.Arrays.copyOf(bytes, bytes.length + bytes.length - from);
            System.arraycopy(bytes, from, twice, bytes.length, bytes.length - from);
            return twice;
        }
        return bytes;
    }
}
