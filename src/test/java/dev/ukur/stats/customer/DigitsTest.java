package dev.ukur.stats.customer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DigitsTest {

    @Test
    void places_come_in_the_order_of_their_keys_and_equal_ones_stay_as_they_were() {
        Random dice = new Random(8);
        for (int round = 0; round < 50; round++) {
            long most = round % 2 == 0 ? 7 : Long.MAX_VALUE;
            long[] keys = dice.longs(dice.nextInt(300), 0, most).toArray();
            int[] places = IntStream.range(0, keys.length).toArray();

            int[] sorted = IntStream.of(places)
                    .boxed()
                    .sorted(Comparator.comparingLong(place -> keys[place]))
                    .mapToInt(Integer::intValue)
                    .toArray();
            assertThat(Digits.sort(places, keys)).isEqualTo(sorted);
            assertThat(places).isEqualTo(IntStream.range(0, keys.length).toArray());
        }
    }
}
