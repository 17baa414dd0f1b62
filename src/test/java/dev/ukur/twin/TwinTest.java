package dev.ukur.twin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TwinTest {

    private static final LocalDate LAST_DAY = LocalDate.of(2026, 3, 10);

    @TempDir
    private Path folder;

    @Test
    void equal_options_write_equal_files_byte_for_byte() throws Exception {
        TwinOptions options = new TwinOptions(11, 15, 2, LAST_DAY);

        assertThat(hashes(options, "first"))
                .isEqualTo(hashes(options, "second"))
                .hasSizeGreaterThan(20);
    }

    @Test
    void another_seed_writes_another_shop() throws Exception {
        TreeMap<String, String> seven = hashes(new TwinOptions(7, 15, 2, LAST_DAY), "seven");
        TreeMap<String, String> eight = hashes(new TwinOptions(8, 15, 2, LAST_DAY), "eight");

        assertThat(seven.keySet()).isEqualTo(eight.keySet());
        assertThat(seven.get("ekspor/events/events-2026-02.ndjson.gz"))
                .isNotEqualTo(eight.get("ekspor/events/events-2026-02.ndjson.gz"));
    }

    @Test
    void progress_is_told_month_by_month() throws IOException {
        List<YearMonth> told = new ArrayList<>();

        new Twin(new TwinOptions(1, 5, 3, LAST_DAY)).write(folder, told::add);

        assertThat(told).containsExactly(YearMonth.of(2026, 1), YearMonth.of(2026, 2), YearMonth.of(2026, 3));
    }

    @Test
    void calendar_names_promotions_and_holidays_but_neither_fault() throws IOException {
        new Twin(new TwinOptions(1, 5, 7, LocalDate.of(2026, 11, 22))).write(folder, month -> {});

        assertThat(Files.readString(folder.resolve("calendar.yaml")))
                .contains("kembar-2026-11-11:\n    kind: promo\n")
                .doesNotContain("outage")
                .doesNotContain("tracking_change");
    }

    @Test
    void every_channel_has_a_way_into_the_shop() {
        assertThat(Lanes.ALL.stream().map(Lane::channel).distinct())
                .containsExactlyInAnyOrder(
                        Channel.DIRECT,
                        Channel.ORGANIC_SEARCH,
                        Channel.PAID_SEARCH,
                        Channel.EMAIL,
                        Channel.PAID_SOCIAL,
                        Channel.ORGANIC_SOCIAL,
                        Channel.REFERRAL,
                        Channel.WHATSAPP);
    }

    private TreeMap<String, String> hashes(TwinOptions options, String name) throws Exception {
        Path shop = folder.resolve(name);
        new Twin(options).write(shop, month -> {});
        TreeMap<String, String> hashes = new TreeMap<>();
        try (Stream<Path> files = Files.walk(shop)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                hashes.put(shop.relativize(file).toString(), sha256(file));
            }
        }
        return hashes;
    }

    private static String sha256(Path file) throws IOException, NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file)));
    }
}
