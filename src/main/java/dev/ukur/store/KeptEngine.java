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
    private final Memory memory;
    private final Supplier<QueryEngine> asked;

    private KeptEngine(Path database, Memory memory, Supplier<QueryEngine> asked) {
        this.database = database;
        this.memory = memory;
        this.asked = asked;
    }

    /**
     * An engine over a database file.
     *
     * @param asked gives the engine that opens it
     */
    static KeptEngine over(Path database, Supplier<QueryEngine> asked) {
        return new KeptEngine(database, new Memory(database.resolveSibling(FILE)), asked);
    }

    /** An engine for another thread that remembers with this one: what either was asked, both know. */
    KeptEngine beside(Supplier<QueryEngine> other) {
        return new KeptEngine(database, memory, other);
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
    public List<KeptFact> keptFacts() {
        return KeptFact.all();
    }

    @Override
    public Optional<String> state() {
        return Fingerprint.of(database).map(Fingerprint::text);
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
        memory.save(settle, () -> Fingerprint.of(database));
    }

    private Optional<QueryResult> known(Sql sql) {
        return Fingerprint.of(database).flatMap(state -> memory.known(state, sql));
    }

    /** An answer found while somebody changed the data may be of neither state. */
    private void keep(Sql sql, QueryResult answer, Optional<Fingerprint> before) {
        Optional<Fingerprint> after = Fingerprint.of(database);
        if (after.isPresent() && after.equals(before)) {
            memory.keep(after.get(), sql, answer);
        }
    }

    /** The answers of one state at a time, for all threads that ask of the same database. */
    private static final class Memory {

        private final Path file;
        private @Nullable KeptAnswers kept;
        private boolean grown;

        Memory(Path file) {
            this.file = file;
        }

        synchronized Optional<QueryResult> known(Fingerprint state, Sql sql) {
            return Optional.ofNullable(of(state).get(sql));
        }

        synchronized void keep(Fingerprint state, Sql sql, QueryResult answer) {
            of(state).keep(sql, answer);
            grown = true;
        }

        synchronized void save(Runnable settle, Supplier<Optional<Fingerprint>> now) {
            KeptAnswers answers = kept;
            if (answers == null
                    || !grown
                    || now.get().filter(answers.state()::equals).isEmpty()) {
                return;
            }
            settle.run();
            now.get().ifPresent(settled -> {
                try {
                    AnswerFile.write(file, answers, settled);
                } catch (IOException e) {
                    // Nothing is lost but time: every answer can be asked again.
                }
            });
        }

        private KeptAnswers of(Fingerprint state) {
            if (kept == null || !kept.state().equals(state)) {
                kept = AnswerFile.read(file, state);
                grown = false;
            }
            return kept;
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
