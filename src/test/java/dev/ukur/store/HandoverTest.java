package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HandoverTest {

    @Test
    void work_is_done_in_the_order_in_which_it_was_handed_over() {
        List<Integer> done = new ArrayList<>();
        try (Handover handover = new Handover()) {
            for (int piece = 0; piece < 100; piece++) {
                int number = piece;
                handover.give(() -> done.add(number));
            }
            handover.await();
        }
        assertThat(done).hasSize(100).isSorted();
    }

    @Test
    void after_a_failure_of_any_kind_nothing_is_taken_for_done() {
        for (Throwable failure : List.of(new IllegalStateException("row"), new StackOverflowError("memory"))) {
            try (Handover handover = new Handover()) {
                handover.give(() -> fail(failure));
                assertThatThrownBy(handover::await).isSameAs(failure);
                assertThatThrownBy(() -> handover.give(() -> {})).isSameAs(failure);
            }
        }
    }

    private static void fail(Throwable failure) {
        if (failure instanceof Error error) {
            throw error;
        }
        throw (RuntimeException) failure;
    }
}
