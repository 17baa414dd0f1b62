package dev.ukur.sources;

import dev.ukur.model.LoadRules.Duplicates;
import dev.ukur.store.TableShape;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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

    private static final long SEED = 0xcbf29ce484222325L;

    private final Duplicates duplicates;
    private final List<String> columns;
    private final int[] key;
    private final FingerprintTable seen = new FingerprintTable();
    private final Map<List<@Nullable Object>, Kept> kept = new LinkedHashMap<>();

    RowKeys(TableShape shape, List<String> columns, Duplicates duplicates) {
        this.duplicates = duplicates;
        this.columns = columns;
        this.key = shape.key().stream().mapToInt(columns::indexOf).toArray();
    }

    Verdict add(long line, @Nullable Object[] values) {
        return switch (duplicates) {
            case REJECT -> seen.putIfAbsent(keyFingerprint(values), 0) ? Verdict.NEW : Verdict.CONFLICT;
            case SAME -> same(values);
            case SUM -> keep(line, values);
            case BEST -> keepBest(line, values);
            case LAST -> keepLast(line, values);
        };
    }

    /** The rows kept until the end, in the order of their first part. */
    Iterable<Kept> kept() {
        return kept.values();
    }

    private Verdict same(@Nullable Object[] values) {
        long key = keyFingerprint(values);
        long content = fingerprint(values);
        if (seen.putIfAbsent(key, content)) {
            return Verdict.NEW;
        }
        return seen.get(key) == content ? Verdict.AGAIN : Verdict.CONFLICT;
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

    private Verdict keepLast(long line, @Nullable Object[] values) {
        kept.put(keyOf(values), new Kept(line, values));
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

    private long keyFingerprint(@Nullable Object[] values) {
        long hash = SEED;
        for (int column : key) {
            hash = mixed(hash, column < 0 ? null : values[column]);
        }
        return hash;
    }

    private static long fingerprint(@Nullable Object[] values) {
        long hash = SEED;
        for (@Nullable Object value : values) {
            hash = mixed(hash, value);
        }
        return hash;
    }

    private static long mixed(long hash, @Nullable Object value) {
        long next = (value instanceof String text ? text(hash, text) : hash ^ bits(value)) * 0x9E3779B97F4A7C15L;
        return next ^ next >>> 32;
    }

    /** All of a value's bits: a hash code of 32 would take 0 for -1. */
    private static long bits(@Nullable Object value) {
        if (value == null) {
            return 0x1F;
        }
        if (value instanceof Long count) {
            return count;
        }
        if (value instanceof Instant instant) {
            return instant.getEpochSecond() * 1_000_000_000L + instant.getNano();
        }
        if (value instanceof BigDecimal number) {
            return Double.doubleToLongBits(number.doubleValue()) * 31 + number.hashCode();
        }
        return value instanceof Double number ? Double.doubleToLongBits(number) : value.hashCode();
    }

    private static long text(long hash, String text) {
        long next = hash ^ text.length();
        for (int i = 0; i < text.length(); i++) {
            next = (next ^ text.charAt(i)) * 0x100000001b3L;
            next ^= next >>> 29;
        }
        return next;
    }
}
