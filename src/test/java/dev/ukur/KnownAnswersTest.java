package dev.ukur;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class KnownAnswersTest {

    private static final WorkspaceVersion MONDAY = new WorkspaceVersion("monday");
    private static final WorkspaceVersion TUESDAY = new WorkspaceVersion("tuesday");

    private final KnownAnswers known = new KnownAnswers();
    private final AtomicInteger worked = new AtomicInteger();
    private final Supplier<Integer> work = worked::incrementAndGet;

    @Test
    void a_question_asked_again_at_the_same_version_is_not_worked_out_again() {
        assertThat(known.of("visits", () -> MONDAY, work)).isEqualTo(1);
        assertThat(known.of("visits", () -> MONDAY, work)).isEqualTo(1);
        assertThat(known.of("orders", () -> MONDAY, work)).isEqualTo(2);
    }

    @Test
    void another_version_knows_nothing_of_the_one_before_also_when_that_one_comes_back() {
        assertThat(known.of("visits", () -> MONDAY, work)).isEqualTo(1);
        assertThat(known.of("visits", () -> TUESDAY, work)).isEqualTo(2);
        assertThat(known.of("visits", () -> MONDAY, work)).isEqualTo(3);
    }

    @Test
    void an_answer_found_while_the_version_changed_is_given_but_not_kept() {
        AtomicReference<WorkspaceVersion> now = new AtomicReference<>(MONDAY);
        int found = known.of("visits", now::get, () -> {
            now.set(TUESDAY);
            return work.get();
        });
        now.set(MONDAY);
        assertThat(found).isEqualTo(1);
        assertThat(known.of("visits", now::get, work)).isEqualTo(2);
    }

    @Test
    void a_failure_reaches_who_asked_and_the_next_one_tries_again() {
        assertThatThrownBy(() -> known.of("visits", () -> MONDAY, () -> {
                    throw new IllegalStateException("no");
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("no");
        assertThat(known.of("visits", () -> MONDAY, work)).isEqualTo(1);
    }

    @Test
    void many_who_ask_at_once_wait_for_the_one_who_works() throws Exception {
        int askers = 8;
        CountDownLatch asked = new CountDownLatch(askers - 1);
        ExecutorService threads = Executors.newFixedThreadPool(askers);
        try {
            List<Future<Integer>> answers = new ArrayList<>();
            for (int i = 0; i < askers; i++) {
                answers.add(threads.submit(() -> known.of(
                        "visits",
                        () -> {
                            asked.countDown(); // each looks at the version before it joins
                            return MONDAY;
                        },
                        () -> {
                            await(asked);
                            return work.get();
                        })));
            }
            for (Future<Integer> answer : answers) {
                assertThat(answer.get()).isEqualTo(1);
            }
        } finally {
            threads.shutdown();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
