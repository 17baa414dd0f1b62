package dev.ukur.store;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An engine that remembers. A query asked before, of data that have not changed since, is answered from memory or from the
 * file an earlier process left; the database is only opened for what is new. The state of the data is read from the
 * database file at every question, so that no writer has to tell.
 */
final class KeptEngine implements QueryEngine {

    private static final String FILE = "answers";

    private final Path database;
    private final Path file;
    private final Supplier<QueryEngine> asked;
    private @Nullable KeptAnswers kept;
    private boolean grown;

    /**
     * An engine over a database file.
     *
     * @param asked gives the engine that opens it
     */
    KeptEngine(Path database, Supplier<QueryEngine> asked) {
        this.database = database;
        this.file = database.resolveSibling(FILE);
        this.asked = asked;
    }

    @Override
    public Dialect dialect() {
        return new DuckDbDialect();
    }

    @Override
    public List<Rollup> rollups() {
        return Rollup.all();
    }

    @Override
    public Optional<Fingerprint> state() {
        return Fingerprint.of(database);
    }

    @Override
    public QueryResult query(Sql sql) {
        Optional<QueryResult> known = known(sql);
        if (known.isPresent()) {
            return known.get();
        }
        QueryEngine engine = asked.get();
        Optional<Fingerprint> before = Fingerprint.of(database);
        QueryResult answer = engine.query(sql);
        keep(sql, answer, before);
        return answer;
    }

    @Override
    public List<String> stream(Sql sql, RowVisitor visitor) {
        Optional<QueryResult> known = known(sql);
        if (known.isPresent()) {
            known.get().rows().forEach(row -> visitor.row(row.toArray()));
            return known.get().columns();
        }
        QueryEngine engine = asked.get();
        Optional<Fingerprint> before = Fingerprint.of(database);
        Copy copy = new Copy(visitor);
        List<String> columns = engine.stream(sql, copy);
        if (copy.complete) {
            keep(sql, new QueryResult(columns, copy.rows), before);
        }
        return columns;
    }

    @Override
    public void scan(Sql sql, BlockVisitor visitor) {
        asked.get().scan(sql, visitor);
    }

    /**
     * Leaves the answers for the next process. Only to be called by the process that owns the database, before it is
     * closed.
     *
     * @param settle brings the file into the state in which closing leaves it, without changing the data
     */
    void save(Runnable settle) {
        KeptAnswers answers = kept;
        if (answers == null || !grown || !isNow(answers.state())) {
            return;
        }
        settle.run();
        Fingerprint.of(database).ifPresent(settled -> {
            try {
                AnswerFile.write(file, answers, settled);
            } catch (IOException e) {
                // Nothing is lost but time: every answer can be asked again.
            }
        });
    }

    private boolean isNow(Fingerprint state) {
        return Fingerprint.of(database).filter(state::equals).isPresent();
    }

    private Optional<QueryResult> known(Sql sql) {
        return Fingerprint.of(database)
                .flatMap(state -> Optional.ofNullable(of(state).get(sql)));
    }

    private KeptAnswers of(Fingerprint state) {
        if (kept == null || !kept.state().equals(state)) {
            kept = AnswerFile.read(file, state);
            grown = false;
        }
        return kept;
    }

    /** An answer found while somebody changed the data may be of neither state. */
    private void keep(Sql sql, QueryResult answer, Optional<Fingerprint> before) {
        Optional<Fingerprint> after = Fingerprint.of(database);
        if (after.isPresent() && after.equals(before)) {
            of(after.get()).keep(sql, answer);
            grown = true;
        }
    }

    /** Hands rows on and copies them, as long as they are few. */
    private static final class Copy implements RowVisitor {

        private final RowVisitor to;
        private final List<List<@Nullable Object>> rows = new ArrayList<>();
        private boolean complete = true;

        Copy(RowVisitor to) {
            this.to = to;
        }

        @Override
        public void row(@Nullable Object[] values) {
            if (rows.size() >= KeptAnswers.mostRows(values.length)) {
                complete = false;
                rows.clear();
            }
            if (complete) {
                rows.add(Arrays.asList(values.clone()));
            }
            to.row(values);
        }
    }
}
