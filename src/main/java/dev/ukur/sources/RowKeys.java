package dev.ukur.sources;

import dev.ukur.model.LoadRules.Duplicates;
import dev.ukur.store.TableShape;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The keys of the rows of one table met so far, as 64-bit fingerprints, so that memory stays small. Where the profile
 * says that rows of one key are parts, they are summed and kept until the end instead.
 */
final class RowKeys {

    /** What is to be done with a row. */
    enum Verdict {
        NEW,
        /** The same row again: counted, not staged. */
        AGAIN,
        /** Another row of a key already met. */
        CONFLICT,
        /** Kept until the end. */
        KEPT
    }

    /** A row waiting for its parts. */
    record Kept(long line, @Nullable Object[] values) {}

    private final Duplicates duplicates;
    private final List<String> columns;
    private final int[] key;
    private final Map<Long, Long> contents = new HashMap<>();
    private final Set<Long> keys = new HashSet<>();
    private final Map<List<@Nullable Object>, Kept> kept = new LinkedHashMap<>();

    RowKeys(TableShape shape, List<String> columns, Duplicates duplicates) {
        this.duplicates = duplicates;
        this.columns = columns;
        this.key = shape.key().stream().mapToInt(columns::indexOf).toArray();
    }

    Verdict add(long line, @Nullable Object[] values) {
        return switch (duplicates) {
            case REJECT -> keys.add(fingerprint(values, true)) ? Verdict.NEW : Verdict.CONFLICT;
            case SAME -> same(values);
            case SUM -> keep(line, values);
            case BEST -> keepBest(line, values);
        };
    }

    /** The rows kept until the end, in the order of their first part. */
    Iterable<Kept> kept() {
        return kept.values();
    }

    private Verdict same(@Nullable Object[] values) {
        long content = fingerprint(values, false);
        Long before = contents.putIfAbsent(fingerprint(values, true), content);
        if (before == null) {
            return Verdict.NEW;
        }
        return before == content ? Verdict.AGAIN : Verdict.CONFLICT;
    }

    private Verdict keepBest(long line, @Nullable Object[] values) {
        int position = columns.indexOf("position");
        kept.merge(keyOf(values), new Kept(line, values), (before, next) -> {
            boolean better = position >= 0
                    && next.values()[position] instanceof Double rank
                    && (!(before.values()[position] instanceof Double best) || rank < best);
            return better ? next : before;
        });
        return Verdict.KEPT;
    }

    private List<@Nullable Object> keyOf(@Nullable Object[] values) {
        List<@Nullable Object> parts = new ArrayList<>();
        for (int column : key) {
            parts.add(values[column]);
        }
        return parts;
    }

    private Verdict keep(long line, @Nullable Object[] values) {
        Kept before = kept.putIfAbsent(keyOf(values), new Kept(line, values));
        if (before != null) {
            add(before.values(), values);
        }
        return Verdict.KEPT;
    }

    /** Adds counts and amounts. People counted in two parts may be the same people: then their number is unknown. */
    private void add(@Nullable Object[] whole, @Nullable Object[] part) {
        for (int i = 0; i < whole.length; i++) {
            if (columns.get(i).equals("visitors") || columns.get(i).equals("reach")) {
                whole[i] = null;
            } else if (isAdditive(whole[i]) || isAdditive(part[i])) {
                whole[i] = sum(whole[i], part[i]);
            } else if (!java.util.Objects.equals(whole[i], part[i]) && !isKey(i)) {
                whole[i] = null;
            }
        }
    }

    private static boolean isAdditive(@Nullable Object value) {
        return value instanceof Long || value instanceof BigDecimal;
    }

    /** The sum of two counts or amounts; an unknown part makes it unknown. */
    static @Nullable Object sum(@Nullable Object a, @Nullable Object b) {
        if (a instanceof Long sum && b instanceof Long more) {
            return Math.addExact(sum, more);
        }
        if (a instanceof BigDecimal sum && b instanceof BigDecimal more) {
            return sum.add(more);
        }
        return null;
    }

    private boolean isKey(int column) {
        for (int part : key) {
            if (part == column) {
                return true;
            }
        }
        return false;
    }

    private long fingerprint(@Nullable Object[] values, boolean keyOnly) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < values.length; i++) {
            if (!keyOnly || isKey(i)) {
                String text = String.valueOf(values[i]);
                for (int c = 0; c < text.length(); c++) {
                    hash = (hash ^ text.charAt(c)) * 0x100000001b3L;
                    hash ^= hash >>> 29;
                }
                hash = (hash ^ 0x1F) * 0x9E3779B97F4A7C15L;
                hash ^= hash >>> 32;
            }
        }
        return hash;
    }
}
