package dev.ukur.store;

import java.nio.file.Path;

/**
 * A lake that is written to while the turn lasts, and no longer.
 *
 * @param own of which no statement is begun without it
 */
record LakeGroundInTurn(LakeGround own, LakeTurn turn, LakeSchema schema) implements LakeGround {

    @Override
    public QueryEngine engine() {
        return own.engine();
    }

    @Override
    public int seconds() {
        return own.seconds();
    }

    /** A part of it for each schema: what other pushes lay there is theirs. */
    @Override
    public Path folder() {
        return own.folder().resolve(schema.catalog() + "." + schema.schema());
    }

    @Override
    public void run(String statement) {
        turn.keep();
        own.run(statement);
    }

    /** Before lines of the book, from which on loads count, it is always asked whether the turn is still ours. */
    @Override
    public void take(String table, Path files) {
        if (table.equals(schema.nameOf(LakeSchema.LOADS))) {
            turn.prolong();
        } else {
            turn.keep();
        }
        own.take(table, files);
    }

    @Override
    public boolean holds(LakeSchema schema, String table, Path files) {
        return own.holds(schema, table, files);
    }
}
