package dev.ukur.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Error codes are those of io.trino.spi.StandardErrorCode, version 483. */
class EngineTroubleTest {

    private static final Map<Integer, EngineTrouble> KINDS = Map.ofEntries(
            Map.entry(1, EngineTrouble.REFUSED), // SYNTAX_ERROR
            Map.entry(4, EngineTrouble.REFUSED), // PERMISSION_DENIED
            Map.entry(8, EngineTrouble.REFUSED), // DIVISION_BY_ZERO
            Map.entry(3, EngineTrouble.CANCELLED), // USER_CANCELED
            Map.entry(65_536, EngineTrouble.FAULT), // GENERIC_INTERNAL_ERROR
            Map.entry(65_537, EngineTrouble.LOST_NODE), // TOO_MANY_REQUESTS_FAILED
            Map.entry(65_540, EngineTrouble.LOST_NODE), // PAGE_TRANSPORT_TIMEOUT
            Map.entry(65_558, EngineTrouble.LOST_NODE), // REMOTE_HOST_GONE
            Map.entry(65_548, EngineTrouble.BUSY), // SERVER_STARTING_UP
            Map.entry(131_074, EngineTrouble.BUSY), // QUERY_QUEUE_FULL
            Map.entry(131_073, EngineTrouble.MEMORY), // EXCEEDED_GLOBAL_MEMORY_LIMIT
            Map.entry(131_079, EngineTrouble.MEMORY), // EXCEEDED_LOCAL_MEMORY_LIMIT
            Map.entry(131_075, EngineTrouble.TIME), // EXCEEDED_TIME_LIMIT
            Map.entry(16_777_216, EngineTrouble.FAULT)); // a connector's own

    @Test
    void an_error_code_tells_what_kind_of_trouble_it_is() {
        KINDS.forEach((code, kind) -> assertThat(EngineTrouble.of(new SQLException("?", null, code)))
                .as(String.valueOf(code))
                .isEqualTo(kind));
    }

    @Test
    void an_error_without_a_code_is_known_by_its_cause() {
        SQLException nobody =
                new SQLException("Error executing query", new UncheckedIOException(new ConnectException("refused")));
        assertThat(EngineTrouble.of(nobody)).isEqualTo(EngineTrouble.UNREACHABLE);
        assertThat(EngineTrouble.of(new SQLException("Error fetching results", new CancellationException())))
                .isEqualTo(EngineTrouble.CANCELLED);
        assertThat(EngineTrouble.of(new SQLException("Authentication failed"))).isEqualTo(EngineTrouble.FAULT);
    }

    @Test
    void only_a_lost_machine_is_worth_asking_again() {
        assertThat(EngineTrouble.values()).filteredOn(EngineTrouble::mayPass).containsExactly(EngineTrouble.LOST_NODE);
    }

    @Test
    void a_person_reads_the_engines_words_without_the_number_of_the_query() {
        SQLException error =
                new SQLException("Query failed (#20261127_082641_00049_t5pyi): line 1:1: no column\nmore", null, 47);
        assertThat(EngineTrouble.of(error)
                        .problem(error, "jdbc:trino://trino:8080")
                        .facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of("engine", "jdbc:trino://trino:8080", "detail", "line 1:1: no column"));
    }
}
