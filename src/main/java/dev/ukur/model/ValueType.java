package dev.ukur.model;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How the text of a source column is read. */
public enum ValueType {
    /** As it stands, without outer blanks. */
    TEXT,
    /** A name of a thing that may look like a number; brackets around it are taken off. */
    ID,
    /** A whole number. */
    COUNT,
    /** A number with a fraction, exactly. */
    DECIMAL,
    /** An amount of money. */
    MONEY,
    /** A share of a whole, 0 to 1, perhaps known only as below or above a limit. */
    SHARE,
    /** A measured number, such as a mean position. */
    NUMBER,
    /** A day as the source counts it. */
    DATE,
    /** A run of days, or one: {@code 2009-12-28,2010-01-03}. */
    DAYS,
    /** A point in time. */
    INSTANT,
    /** The day of a point in time, in the workspace's zone. */
    INSTANT_DAY,
    /** Yes or no. */
    FLAG,
    /** One of a closed set of words. */
    ENUM,
    /** An ISO 4217 code or a currency sign that stands for one. */
    CURRENCY,
    /** A person's e-mail address or name, kept only as a keyed hash. */
    PERSON,
    /** A JSON value, kept as its text. */
    JSON,
    /** A name in lower case with underscores: {@code Order Completed} is {@code order_completed}. */
    SNAKE,
    /** An address, without parameters that name people. */
    URL,
    /** The path of an address. */
    URL_PATH;

    /** The word used in files. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The type of a word, or empty. */
    public static Optional<ValueType> of(String word) {
        return Arrays.stream(values()).filter(type -> type.word().equals(word)).findFirst();
    }

    /** All words. */
    public static List<String> words() {
        return Arrays.stream(values()).map(ValueType::word).toList();
    }

    /** Whether its text is a number whose decimal sign must be known. */
    public boolean isNumeric() {
        return switch (this) {
            case COUNT, DECIMAL, MONEY, SHARE, NUMBER -> true;
            default -> false;
        };
    }

    /** Whether its text is a date whose order of day and month must be known. */
    public boolean isTemporal() {
        return this == DATE || this == DAYS || this == INSTANT || this == INSTANT_DAY;
    }
}
