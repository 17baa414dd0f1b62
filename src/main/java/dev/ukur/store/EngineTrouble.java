package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;

/**
 * Why Trino gave no answer. Its error codes are those of {@code io.trino.spi.StandardErrorCode}: below 65536 the question's
 * fault, from 131072 on too little of something, the engine's own between them.
 */
enum EngineTrouble {
    /** The question cannot be asked so: a table, a column or a right is missing, or the SQL is wrong. */
    REFUSED("engine-refused"),
    /** A node went away or could not be reached; the same question may be answered now. */
    LOST_NODE("engine-lost-node"),
    /** It has too many questions already, or is only starting. */
    BUSY("engine-busy"),
    /** The question needs more memory than it may have: asked again, it would fail again. */
    MEMORY("engine-memory"),
    TIME("engine-time"),
    CANCELLED("engine-cancelled"),
    UNREACHABLE("engine-unreachable"),
    FAULT("engine-failed");

    private static final int ENGINES_OWN = 65_536;
    private static final int USER_CANCELED = 3;
    /** Page transport, no nodes, remote tasks, shutting down, buffers, abandoned tasks, hosts gone. */
    private static final Set<Integer> LOST =
            Set.of(65_537, 65_539, 65_540, 65_541, 65_542, 65_544, 65_545, 65_547, 65_553, 65_558, 65_563);

    private static final Set<Integer> FULL = Set.of(65_548, 131_074, 131_080);
    /** Memory of query, cluster and node, and room to spill. */
    private static final Set<Integer> NO_ROOM = Set.of(65_557, 131_072, 131_073, 131_076, 131_078, 131_079);

    private static final Set<Integer> TOO_LONG = Set.of(131_075, 131_077);

    private final String code;

    EngineTrouble(String code) {
        this.code = code;
    }

    /** Which kind a driver's error is of. */
    static EngineTrouble of(SQLException e) {
        int told = e.getErrorCode();
        if (told == USER_CANCELED || hasCause(e, CancellationException.class)) {
            return CANCELLED;
        }
        if (LOST.contains(told)) {
            return LOST_NODE;
        }
        if (FULL.contains(told)) {
            return BUSY;
        }
        if (NO_ROOM.contains(told)) {
            return MEMORY;
        }
        if (TOO_LONG.contains(told)) {
            return TIME;
        }
        if (told > 0) {
            return told < ENGINES_OWN ? REFUSED : FAULT;
        }
        return hasCause(e, IOException.class) ? UNREACHABLE : FAULT;
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> kind) {
        return causes(error).anyMatch(kind::isInstance);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause);
    }

    /** Whether the same question may be asked once more. A question writes nothing, so this is safe as long as no row was used. */
    boolean mayPass() {
        return this == LOST_NODE;
    }

    /** What a person reads. */
    Problem problem(SQLException e, String engine) {
        return Problem.error(code, Location.nowhere()).with("engine", engine).with("detail", detail(e));
    }

    /** The engine's own words: without the number of the query, which says nothing to who did not write it. */
    private static String detail(SQLException e) {
        String told = Optional.ofNullable(e.getMessage()).orElse("?");
        return told.replaceFirst("^Query failed \\(#[^)]*\\): ", "")
                .lines()
                .findFirst()
                .orElse("?");
    }
}
