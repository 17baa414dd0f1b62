package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.cluster.Trino;
import dev.ukur.metrics.examples.Certificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every built-in metric gives the same number on the cluster as by hand, and as on the embedded engine. */
@Tag("cluster")
class CertificationTest {

    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-11-23T05:00:00Z"), ZoneOffset.UTC);

    @Test
    void all_metrics_are_certified(@TempDir Path workspace) throws IOException {
        Files.writeString(
                workspace.resolve("ukur.yaml"), "engine: {trino: {url: '" + Trino.url() + "', catalog: lake}}\n");
        layDriver(workspace.resolve(".ukur/drivers"));

        Certificate certificate = Ukur.certify(workspace, CLOCK);

        assertThat(certificate.engine()).isEqualTo("trino");
        assertThat(certificate.metrics().stream()
                        .flatMap(line -> line.failures().stream())
                        .map(failure -> failure.example().at() + ": " + failure.answered()))
                .isEmpty();
        assertThat(certificate.beside().orElseThrow().differences()).isEmpty();
        assertThat(certificate.beside().orElseThrow().cells()).isGreaterThan(3_000);
        assertThat(certificate.holds()).isTrue();
    }

    private static void layDriver(Path drivers) throws IOException {
        Files.createDirectories(drivers);
        try (Stream<Path> jars = Files.list(Path.of("target/trino/client"))) {
            List<Path> driver =
                    jars.filter(jar -> jar.toString().endsWith(".jar")).toList();
            for (Path jar : driver) {
                Files.copy(jar, drivers.resolve(jar.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }
}
