package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class FingerprintTableTest {

    @Test
    void it_keeps_the_first_value_of_a_key_as_a_map_does_however_many_there_are() {
        Random random = new Random(20261127);
        FingerprintTable table = new FingerprintTable();
        Map<Long, Long> map = new HashMap<>();
        for (int i = 0; i < 100_000; i++) {
            // few enough keys that many come again; never 0 and 1, which the table takes for one
            long key = 2 + random.nextInt(40_000);
            long value = random.nextLong();
            assertThat(table.putIfAbsent(key, value)).isEqualTo(map.putIfAbsent(key, value) == null);
        }
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
    }

    @Test
    void it_keeps_the_last_value_of_a_key_where_asked_to_and_tells_the_one_before() {
        Random random = new Random(20261127);
        FingerprintTable table = new FingerprintTable();
        Map<Long, Long> map = new HashMap<>();
        for (long i = 1; i <= 100_000; i++) {
            long key = 2 + random.nextInt(40_000);
            Long before = map.put(key, i);
            assertThat(table.put(key, i)).isEqualTo(before == null ? 0 : before);
        }
        map.forEach((key, value) -> assertThat(table.get(key)).isEqualTo(value));
    }

    @Test
    void none_of_a_million_fingerprints_is_lost_while_it_grows() {
        FingerprintTable table = new FingerprintTable();
        Random random = new Random(20261127);
        for (int i = 0; i < 1_000_000; i++) {
            if (!table.putIfAbsent(random.nextLong(), i + 1L)) {
                throw new AssertionError("took number " + i + " for one before it");
            }
        }
        Random again = new Random(20261127);
        for (int i = 0; i < 1_000_000; i++) {
            long key = again.nextLong();
            if (table.get(key) != i + 1L || table.putIfAbsent(key, 7)) {
                throw new AssertionError("lost the entry of number " + i);
            }
        }
    }
}
