package dev.ukur.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NamedTest {

    private final List<String> read = new ArrayList<>();

    @Test
    void a_definition_is_read_when_it_is_asked_for_and_only_once() {
        Named<String> late = Named.late(Map.of("visits", () -> reading("V"), "orders", () -> reading("O")));
        assertThat(late.has("orders")).isTrue();
        assertThat(late.names()).containsExactlyInAnyOrder("visits", "orders");
        assertThat(read).isEmpty();
        assertThat(late.get("visits")).contains("V");
        assertThat(late.get("visits")).contains("V");
        assertThat(read).containsExactly("V");
        assertThat(late.get("leads")).isEmpty();
    }

    @Test
    void a_later_definition_takes_the_place_of_an_earlier_one_which_is_never_read() {
        Named<String> builtIn = Named.late(Map.of("visits", () -> reading("built in")));
        Named<String> both = builtIn.and(Named.of(Map.of("visits", "own", "leads", "own too")));
        assertThat(both.all()).containsExactlyInAnyOrder("own", "own too");
        assertThat(read).isEmpty();
    }

    @Test
    void what_is_made_of_each_is_made_as_late() {
        Named<String> late = Named.late(Map.of("visits", () -> reading("V")));
        Named<String> made = late.each(definition -> definition + reading("made"));
        assertThat(read).isEmpty();
        assertThat(made.get("visits")).contains("Vmade");
        assertThat(read).containsExactly("V", "made");
    }

    private String reading(String text) {
        read.add(text);
        return text;
    }
}
