package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * The turn to write into a lake, which one push has at a time: a table of one row that names it and says until when. Whoever
 * changes a row that somebody else has changed meanwhile is refused by the engine, so of two that reach for it one gets it.
 *
 * <p>It ends by itself, and later than any statement that was begun in it: so what a process was doing that is gone cannot
 * meet what the next one does, and nobody needs to give a turn back.
 */
final class LakeTurn {

    static final String TABLE = "push_turn";

    /** How much longer than a statement a turn lasts, in seconds. */
    private static final int SPARE = 60;

    /** After this time a turn is prolonged: what is left of it is still longer than a statement. */
    private static final Duration FRESH = Duration.ofSeconds(20);

    private final LakeGround ground;
    private final LakeSchema schema;
    private final String push;
    private final Clock clock;
    private Instant prolonged = Instant.EPOCH;

    /**
     * @param ground whose statements end after some time
     * @param push who wants it
     * @param clock tells how long ago it was prolonged; when it ends, the engine's own clock says
     */
    LakeTurn(LakeGround ground, LakeSchema schema, String push, Clock clock) {
        this.ground = ground;
        this.schema = schema;
        this.push = push;
        this.clock = clock;
    }

    /**
     * Takes it; the schema is there.
     *
     * @throws ProblemException {@code lake-push-under-way} when somebody else has it
     */
    void take() {
        Instant before = clock.instant();
        try {
            if (schema.tables().containsKey(TABLE)) {
                ground.run(change(end() + ", push = " + Sql.literal(push), "expires <= " + now()));
            } else {
                ground.run("create table " + schema.nameOf(TABLE) + " as select " + Sql.literal(push) + " as push, "
                        + until() + " as expires");
            }
        } catch (ProblemException e) {
            if (schema.tables().containsKey(TABLE)) {
                refuseOthers(); // somebody else was quicker
            }
            throw e;
        }
        refuseOthers();
        prolonged = before;
    }

    private void refuseOthers() {
        List<?> row = row();
        if (!push.equals(row.get(0))) {
            throw new ProblemException(problem("lake-push-under-way").with("minutes", minutes(row)));
        }
    }

    /** How long the holder may still take, rounded up. */
    private static long minutes(List<?> row) {
        Duration left = Duration.between(
                (Instant) Objects.requireNonNull(row.get(2)), (Instant) Objects.requireNonNull(row.get(1)));
        return Math.max(1, left.plusSeconds(59).toMinutes());
    }

    /** Whose it is, until when, and the moment. */
    private List<?> row() {
        return ground.engine()
                .query(Sql.of("select push, expires, " + now() + " from " + schema.nameOf(TABLE)))
                .rows()
                .get(0);
    }

    /** Makes sure that a statement begun now ends within it. */
    void keep() {
        Instant now = clock.instant();
        if (now.isBefore(prolonged) || Duration.between(prolonged, now).compareTo(FRESH) > 0) {
            prolong();
        }
    }

    /**
     * Makes it last longer.
     *
     * @throws ProblemException {@code lake-push-taken-over} when it has ended and somebody else has taken it
     */
    void prolong() {
        Instant before = clock.instant();
        ground.run(change(end(), "push = " + Sql.literal(push)));
        if (!push.equals(row().get(0))) {
            throw new ProblemException(problem("lake-push-taken-over"));
        }
        prolonged = before;
    }

    /** Lets the next one have it at once. Where that cannot be said, it ends by itself. */
    void giveBack() {
        try {
            ground.run(change("expires = " + now(), "push = " + Sql.literal(push)));
        } catch (ProblemException e) {
            return;
        }
    }

    private String change(String set, String where) {
        return "update " + schema.nameOf(TABLE) + " set " + set + " where " + where;
    }

    private String end() {
        return "expires = " + until();
    }

    private String until() {
        return now() + " + interval '" + (ground.seconds() + SPARE) + "' second";
    }

    private String now() {
        return ground.engine().dialect().utc("now()");
    }

    private Problem problem(String code) {
        return Problem.error(code, Location.nowhere()).with("schema", schema.catalog() + "." + schema.schema());
    }
}
