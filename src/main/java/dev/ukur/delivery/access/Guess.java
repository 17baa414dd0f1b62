package dev.ukur.delivery.access;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What guessers try first: one common word, the user's own name or that of the program, neighbours on the keyboard, with digits and
 * signs around them or in place of letters. Several different words are no guess, also when each is common.
 */
final class Guess {

    /** A row of keys or letters is known by this many in a row. */
    private static final int RUN = 4;
    /** What is left of a password without its known parts has to be at least this long. */
    private static final int LEAST_LEFT = 4;

    private static final String PROGRAM = "ukur";
    private static final List<String> ROWS = List.of(
            "qwertyuiop",
            "asdfghjkl",
            "zxcvbnm",
            "qazwsxedcrfvtgbyhnujmikolp",
            "abcdefghijklmnopqrstuvwxyz",
            "qwertzuiop");
    private static final String SIGNS = "013457@$!|";
    private static final String LETTERS = "oieastasii";
    private static final Set<String> COMMON = read();

    private Guess() {}

    /** Whether a password is one of the first guesses for a user. */
    static boolean isNear(String password, String user) {
        String text = password.toLowerCase(Locale.ROOT);
        Set<String> own = wordsOf(user);
        boolean named =
                own.stream().anyMatch(word -> (word.length() > RUN || word.equals(user)) && text.contains(word));
        return named || readings(text).anyMatch(letters -> isKnown(letters, own));
    }

    /** The letters as they stand, and with signs read as the letters they look like, inside the word or also at its ends. */
    private static Stream<String> readings(String text) {
        String bare = text.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
        return Stream.of(text, plain(bare), plain(text)).map(one -> one.replaceAll("[^\\p{L}]", ""));
    }

    private static boolean isKnown(String letters, Set<String> own) {
        String left = letters;
        for (String word : own) {
            left = left.replace(word, "");
        }
        for (String row : ROWS) {
            left = without(without(left, row), new StringBuilder(row).reverse().toString());
        }
        return left.length() < LEAST_LEFT || COMMON.contains(letters) || COMMON.contains(left) || isRepeated(left);
    }

    private static String without(String text, String row) {
        String left = text;
        for (int length = row.length(); length >= RUN; length--) {
            for (int start = 0; start + length <= row.length(); start++) {
                left = left.replace(row.substring(start, start + length), "");
            }
        }
        return left;
    }

    /** The same again and again: what is said once has to be no guess itself. */
    private static boolean isRepeated(String text) {
        String once = text.replaceAll("^(.+?)\\1+$", "$1");
        return !once.equals(text) && (once.length() < 2 * LEAST_LEFT || COMMON.contains(once));
    }

    private static String plain(String text) {
        return text.chars()
                .mapToObj(letter -> {
                    int sign = SIGNS.indexOf(letter);
                    return String.valueOf(sign < 0 ? (char) letter : LETTERS.charAt(sign));
                })
                .collect(Collectors.joining());
    }

    /** The parts of a name or e-mail address, the whole first, and the program's name. */
    private static Set<String> wordsOf(String user) {
        return Stream.concat(
                        Stream.of(user, user.replaceAll("@.*", "")),
                        Stream.concat(Arrays.stream(user.split("[^\\p{L}]+")), Stream.of(PROGRAM)))
                .filter(word -> word.length() >= 3)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<String> read() {
        try (InputStream in = Guess.class.getResourceAsStream("common-passwords.txt")) {
            if (in == null) {
                throw new IllegalStateException("common-passwords.txt is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .collect(Collectors.toCollection(HashSet::new));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
