package dev.ukur.store;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.problem.Severity;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duckdb.DuckDBConnection;

/**
 * Brings the loads of a store into a lake, in their order, with everything they did: new rows, superseded rows, undoings, and the
 * visits cut out of events. What is there already is left alone, so it may be run as often as wanted and broken off at any moment.
 */
public final class LakePush {

    /** A batch ends with the load that reaches it: so much is brought again after a break, at most. */
    private static final long ROWS_AT_ONCE = 5_000_000;

    private final Store store;
    private final LakeGround ground;
    private final LakeSchema schema;
    private final CanonicalTables canonical = CanonicalTables.ours();

    /** @param schema where the tables are; made when missing */
    public LakePush(Store store, LakeGround ground, LakeSchema schema) {
        this.store = store;
        this.ground = ground;
        this.schema = schema;
    }

    /**
     * Brings all loads that are not there.
     *
     * @throws ProblemException {@code lake-folder}, {@code lake-foreign-tables}, {@code lake-push-under-way} or {@code
     *     lake-other-store} before anything is done; {@code engine-...}, {@code lake-push-taken-over} or {@code
     *     lake-push-differs} on the way, then with {@code lake-push-broken-off}
     */
    public PushedLoads run() {
        if (!Files.isWritable(ground.folder())) {
            throw new ProblemException(Problem.error("lake-folder", Location.nowhere())
                    .with("folder", ground.folder().toString()));
        }
        try (DuckDBConnection own = store.another()) {
            return run(own);
        } catch (SQLException e) {
            throw new StoreException("pushing into a lake", e);
        } catch (UncheckedIOException e) {
            throw new ProblemException(Problem.error("lake-folder-full", Location.nowhere())
                    .with("folder", ground.folder().toString())
                    .with("detail", String.valueOf(e.getMessage())));
        }
    }

    private PushedLoads run(DuckDBConnection own) throws SQLException {
        new LakeBook(ground, schema).openSchema(canonical.shapes().keySet());
        LakeTurn turn = new LakeTurn(ground, schema, UUID.randomUUID().toString(), store.clock());
        turn.take();
        try {
            return run(own, new LakeGroundInTurn(ground, turn, schema));
        } finally {
            turn.giveBack();
        }
    }

    private PushedLoads run(DuckDBConnection own, LakeGroundInTurn lake) throws SQLException {
        LakeBook book = new LakeBook(lake, schema);
        book.open();
        List<LakeBook.Entry> there = book.entries();
        List<LoadRecord> loads = store.loads();
        book.refuseOthers(there, loads);
        boolean anew = !there.isEmpty() && there.get(there.size() - 1).erasures() != erasures(own);
        if (anew) {
            book.forget();
            there = List.of();
        }
        long newest = there.isEmpty() ? 0 : there.get(there.size() - 1).load();
        Set<String> pushes = there.stream().map(LakeBook.Entry::push).collect(Collectors.toSet());
        new LakeLeftovers(lake, schema, canonical.shapes().keySet()).clear(newest, pushes);
        List<LoadRecord> missing =
                loads.stream().filter(load -> load.id() > newest).toList();
        return bring(new LakeCopy(own, lake, schema, canonical), missing, new PushedLoads(newest, 0, anew, List.of()));
    }

    private static long erasures(DuckDBConnection own) {
        return LakeSchema.number(new DuckDbEngine(own), "select count(*) from main.erasures");
    }

    private PushedLoads bring(LakeCopy copy, List<LoadRecord> missing, PushedLoads before) throws SQLException {
        PushedLoads report = before;
        List<LoadRecord> together = new ArrayList<>();
        long rows = 0;
        for (LoadRecord load : missing) {
            together.add(load);
            rows += load.loaded() + load.changed();
            if (rows >= ROWS_AT_ONCE || load == missing.get(missing.size() - 1)) {
                report = bring(copy, together, load.id(), report);
                together.clear();
                rows = 0;
            }
        }
        return report;
    }

    private PushedLoads bring(LakeCopy copy, List<LoadRecord> loads, long last, PushedLoads before)
            throws SQLException {
        LakeBatch batch = new LakeBatch(before.newest(), last, LakeLeftovers.PUSH + last + "-" + UUID.randomUUID());
        try {
            List<PushedLoads.Table> pushed = copy.bring(batch);
            return new PushedLoads(last, before.loads() + loads.size(), before.anew(), added(before.tables(), pushed));
        } catch (ProblemException e) {
            List<Problem> problems = new ArrayList<>(e.problems());
            problems.add(new Problem("lake-push-broken-off", Severity.NOTE, Location.nowhere(), Map.of())
                    .with("loads", before.loads()));
            throw new ProblemException(problems);
        }
    }

    private static List<PushedLoads.Table> added(List<PushedLoads.Table> before, List<PushedLoads.Table> now) {
        Map<String, PushedLoads.Table> sums = new TreeMap<>();
        before.forEach(table -> sums.put(table.name(), table));
        now.forEach(table -> sums.merge(
                table.name(),
                table,
                (one, other) -> new PushedLoads.Table(
                        one.name(), one.rows() + other.rows(), one.superseded() + other.superseded())));
        return List.copyOf(sums.values());
    }
}
