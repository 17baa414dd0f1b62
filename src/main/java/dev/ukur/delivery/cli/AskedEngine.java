package dev.ukur.delivery.cli;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.util.List;

/** Who is asked: the engine inside, or that of the user's lake. */
enum AskedEngine {
    DUCKDB,
    TRINO;

    static final String OPTION = "--engine";

    /**
     * The engine of a call.
     *
     * @throws ProblemException {@code engine-unknown}
     */
    static AskedEngine of(Call call) {
        String name = call.arguments().value(OPTION).orElse("duckdb");
        return switch (name) {
            case "duckdb" -> DUCKDB;
            case "trino" -> TRINO;
            default ->
                throw new ProblemException(Problem.error("engine-unknown", Location.nowhere())
                        .with("engine", name)
                        .with("engines", List.of("duckdb", "trino")));
        };
    }
}
