package dev.ukur.sources;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.LakeReport.Pulled;
import dev.ukur.store.LoadRecord;
import dev.ukur.store.LoadRequest;
import dev.ukur.store.Loading;
import dev.ukur.store.MappedLake;
import dev.ukur.store.Store;
import dev.ukur.time.Period;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Rows of a lake's table in order of their days and keys, as one load a day. A day that is as it was when it was last loaded is
 * left alone, but for the last one: its load says when the lake was last looked at.
 */
final class LakeDays {

    private static final int VERSION = 1;

    private final Store store;
    private final MappedLake.Source source;
    private final Map<LocalDate, LoadRecord> earlier;
    private final LocalDate provisionalFrom;
    private final LocalDate lastDay;
    private final int dayColumn;
    private final int[] keyColumns;
    private final int[] requiredColumns;
    private final List<@Nullable Object[]> rows = new ArrayList<>();
    private LocalDate day = LocalDate.MIN;
    private LocalDate last = LocalDate.MIN;
    private long loads;
    private long added;
    private long changed;
    private long gone;

    /** @param earlier the newest load of each day */
    LakeDays(Store store, MappedLake.Source source, Map<LocalDate, LoadRecord> earlier, Until until) {
        this.store = store;
        this.source = source;
        this.earlier = earlier;
        this.provisionalFrom = until.provisionalFrom();
        this.lastDay = until.lastDay();
        this.dayColumn = source.columns().indexOf("period_start");
        this.keyColumns = places(source.key());
        this.requiredColumns = places(source.required());
    }

    /**
     * How far the days go.
     *
     * @param provisionalFrom the first day whose rows may still change
     * @param lastDay the last day that is pulled
     */
    record Until(LocalDate provisionalFrom, LocalDate lastDay) {}

    private int[] places(List<String> columns) {
        return IntStream.range(0, source.columns().size())
                .filter(place -> columns.contains(source.columns().get(place)))
                .toArray();
    }

    /** Rows of these days follow. */
    void begin(Period days) {
        day = days.first();
        last = days.last();
        rows.clear();
    }

    /** Takes the next row. */
    void row(@Nullable Object[] values) {
        LocalDate of = (LocalDate) values[dayColumn];
        if (of == null) {
            throw refusal("lake-missing-value", "period");
        }
        while (day.isBefore(of)) {
            load();
            day = day.plusDays(1);
        }
        refuseUnknown(values);
        if (!rows.isEmpty() && isKeyOf(rows.get(rows.size() - 1), values)) {
            throw refusal("lake-repeated-key", String.join(", ", source.key()));
        }
        rows.add(values.clone());
    }

    /** No more rows of these days follow. */
    void end() {
        while (!day.isAfter(last)) {
            load();
            day = day.plusDays(1);
        }
    }

    private boolean isKeyOf(@Nullable Object[] row, @Nullable Object[] values) {
        return Arrays.stream(keyColumns).allMatch(place -> Objects.equals(row[place], values[place]));
    }

    private void refuseUnknown(@Nullable Object[] values) {
        for (int place : requiredColumns) {
            if (values[place] == null) {
                throw refusal("lake-missing-value", source.columns().get(place));
            }
        }
    }

    private ProblemException refusal(String code, String columns) {
        return new ProblemException(Problem.error(code, source.table().at())
                .with("table", source.table().name().toString())
                .with("day", day)
                .with("columns", columns));
    }

    private void load() {
        Optional<LoadRecord> before = Optional.ofNullable(earlier.get(day));
        String fingerprint = fingerprint();
        boolean same = before.filter(load -> load.request().sha256().equals(fingerprint))
                .isPresent();
        boolean neverAny = before.isEmpty() && rows.isEmpty();
        if (!(same || neverAny) || day.equals(lastDay)) {
            count(commit(fingerprint));
        }
        rows.clear();
    }

    private LoadRecord commit(String fingerprint) {
        String name = source.table().name().toString();
        LoadRequest request =
                new LoadRequest(name, fingerprint, name, VERSION, source.table().account(), day.toString());
        try (Loading loading = store.begin(request)) {
            Loading.RowSink sink = loading.into(source.table().into(), source.columns());
            long line = 0;
            for (@Nullable Object[] row : rows) {
                sink.row(++line, row);
            }
            boolean mayChange = !day.isBefore(provisionalFrom);
            return loading.commit(new Loading.LoadOutcome(
                    rows.size(),
                    mayChange ? provisionalFrom : null,
                    "{}",
                    Optional.of(new Loading.Complete(new Period(day, day), Loading.Complete.Extent.BEGINNING)),
                    null));
        }
    }

    private void count(LoadRecord load) {
        loads++;
        added += load.loaded();
        changed += load.changed();
        gone += load.gone();
    }

    /** Of the day and all values in their order; equal only for equal rows of one day. */
    private String fingerprint() {
        MessageDigest digest = sha256();
        digest.update(day.toString().getBytes(StandardCharsets.UTF_8));
        for (@Nullable Object[] row : rows) {
            for (Object value : row) {
                byte[] bytes = String.valueOf(value).getBytes(StandardCharsets.UTF_8);
                digest.update(((value == null ? "-" : "") + bytes.length + ":").getBytes(StandardCharsets.UTF_8));
                digest.update(bytes);
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e); // every Java has it
        }
    }

    /** What came of it so far. */
    Pulled report(Period days) {
        return new Pulled(
                source.table().name().toString(),
                source.table().into(),
                Optional.of(days),
                loads,
                added,
                changed,
                gone);
    }
}
