package dev.ukur.store;

import java.nio.file.Path;
import java.util.function.Predicate;

/**
 * A lake on this machine that may be written to. What it takes it copies; what it does may break off before, and the step
 * that broke off may have been done or not.
 */
final class LocalGround implements LakeGround {

    private final LocalLake lake;
    private final Path folder;
    private int steps;
    private int last = Integer.MAX_VALUE;
    private boolean doneAtLast;
    private Predicate<String> when = step -> false;
    private Runnable meanwhile = () -> {};

    LocalGround(LocalLake lake, Path folder) {
        this.lake = lake;
        this.folder = folder;
    }

    /** From now on only so many steps are done; the one after them breaks off. */
    void breakAfter(int more, boolean done) {
        steps = 0;
        last = more;
        doneAtLast = done;
    }

    /** From now on something else happens after each of some steps; its own steps are none of them. */
    void after(Predicate<String> steps, Runnable happens) {
        when = steps;
        meanwhile = happens;
    }

    /** Nothing breaks off any more. */
    void mend() {
        last = Integer.MAX_VALUE;
    }

    @Override
    public QueryEngine engine() {
        return lake.engine();
    }

    @Override
    public void run(String statement) {
        step(statement, () -> lake.run(statement));
    }

    @Override
    public int seconds() {
        return 1;
    }

    @Override
    public Path folder() {
        return folder;
    }

    @Override
    public void take(String table, Path files) {
        step(
                table,
                () -> lake.run(
                        "insert into " + table + " by name select * from read_parquet('" + files + "/*.parquet')"));
    }

    @Override
    public boolean holds(LakeSchema schema, String table, Path files) {
        return false;
    }

    private void step(String step, Runnable work) {
        boolean breaks = steps++ == last;
        if (!breaks || doneAtLast) {
            work.run();
        }
        if (breaks) {
            throw new Broken();
        }
        Predicate<String> asked = when;
        if (asked.test(step)) {
            when = other -> false;
            meanwhile.run();
            when = asked;
        }
    }

    /** The process is gone. */
    static final class Broken extends RuntimeException {
        private static final long serialVersionUID = 1;
    }
}
