package dev.ukur.store;

import dev.ukur.store.TableShape.ColumnType;
import java.util.Locale;

/** What a column of a lake holds, whatever the engine calls its type. */
enum LakeType {
    TEXT,
    WHOLE,
    DECIMAL,
    DOUBLE,
    FLAG,
    DAY,
    /** A time that does not say of which zone. */
    LOCAL_TIME,
    /** A time that says its zone. */
    MOMENT,
    OTHER;

    /** By the name that the engine gives the type. */
    static LakeType of(String declared) {
        String type = declared.toLowerCase(Locale.ROOT);
        if (type.startsWith("timestamp")) {
            return type.contains("with time zone") ? MOMENT : LOCAL_TIME;
        }
        return switch (type.replaceFirst("\\(.*", "").strip()) {
            case "varchar", "char", "text", "uuid" -> TEXT;
            case "tinyint",
                    "smallint",
                    "integer",
                    "bigint",
                    "hugeint",
                    "utinyint",
                    "usmallint",
                    "uinteger",
                    "ubigint" -> WHOLE;
            case "decimal" -> DECIMAL;
            case "double", "real", "float" -> DOUBLE;
            case "boolean" -> FLAG;
            case "date" -> DAY;
            default -> OTHER;
        };
    }

    /**
     * Whether its values can become those of a canonical column, each exactly one. Texts of numbers with places and of times
     * are spelt otherwise by each engine, and a part of a whole is not a count.
     */
    boolean becomes(ColumnType wanted) {
        return switch (wanted) {
            case TEXT -> this == TEXT || this == WHOLE;
            case COUNT -> this == WHOLE;
            case DECIMAL, NUMBER -> this == WHOLE || this == DECIMAL || this == DOUBLE;
            case FLAG -> this == FLAG;
            case DAY -> this == DAY;
            case INSTANT -> this == LOCAL_TIME || this == MOMENT;
        };
    }
}
