package dev.ukur.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.sources.read.Cell;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class ReadAheadTest {

    @Test
    void rows_come_in_their_order_and_all_of_them() {
        try (Table.Rows rows = new ReadAhead(rows(5_000, null))) {
            for (int line = 1; line <= 5_000; line++) {
                SourceRow row = rows.next();
                assertThat(row).isNotNull();
                assertThat(row.cell(0).text()).isEqualTo("row " + line);
            }
            assertThat(rows.next()).isNull();
            assertThat(rows.next()).isNull();
        }
    }

    @Test
    void a_failure_of_any_kind_is_thrown_after_the_rows_before_it() {
        for (Throwable failure : List.of(new IllegalStateException("row"), new StackOverflowError("memory"))) {
            try (Table.Rows rows = new ReadAhead(rows(3, failure))) {
                for (int line = 1; line <= 3; line++) {
                    assertThat(rows.next()).isNotNull();
                }
                assertThatThrownBy(rows::next).isSameAs(failure);
            }
        }
    }

    /** So many rows, then the failure or the end. */
    private static Table.Rows rows(int count, @Nullable Throwable failure) {
        return new Table.Rows() {
            private int line;

            @Override
            public @Nullable SourceRow next() {
                if (line < count) {
                    line++;
                    return SourceRow.data(line, List.of(Cell.of("row " + line)));
                }
                if (failure instanceof Error error) {
                    throw error;
                }
                if (failure instanceof RuntimeException exception) {
                    throw exception;
                }
                return null;
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }
}
