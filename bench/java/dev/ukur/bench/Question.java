package dev.ukur.bench;

import dev.ukur.metrics.MetricQuery;
import dev.ukur.time.Grain;
import dev.ukur.time.Period;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A question of the fixed set: as Ukur is asked it, and as an expert would write it by hand.
 *
 * @param sql the hand-written query with {@code :first} and {@code :last} for its days
 * @param judged the hand-written query that also gives the sums from which the interval that Ukur tells is computed; the
 *     same as {@code sql} where those of the answer are enough
 */
record Question(String name, List<String> metrics, List<String> by, Grain grain, int days, String sql, String judged) {

    private static final String WITH_INTERVAL = "-- with the sums that its interval is computed from:";

    private static final Pattern ASK =
            Pattern.compile("-- ask: (\\S+)(?: by (\\S+))? grain (\\S+) days (\\d+)");

    static List<Question> all(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".sql"))
                    .sorted()
                    .map(Question::read)
                    .toList();
        }
    }

    private static Question read(Path file) {
        try {
            String[] ways = Files.readString(file).split(WITH_INTERVAL);
            String sql = ways[0];
            Matcher ask = ASK.matcher(sql);
            if (!ask.find()) {
                throw new IllegalArgumentException(file + " has no line \"-- ask: METRICS [by DIMENSIONS] grain GRAIN days N\"");
            }
            return new Question(
                    file.getFileName().toString().replace(".sql", ""),
                    List.of(ask.group(1).split(",")),
                    ask.group(2) == null ? List.of() : List.of(ask.group(2).split(",")),
                    Grain.valueOf(ask.group(3).toUpperCase(java.util.Locale.ROOT)),
                    Integer.parseInt(ask.group(4)),
                    sql,
                    ways[ways.length - 1]);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The same of a week. */
    Question ofAWeek() {
        return new Question(name, metrics, by, grain, 7, sql, judged);
    }

    MetricQuery query(LocalDate last) {
        return new MetricQuery(
                metrics, by, grain, Optional.of(new Period(first(last), last)), Optional.empty(), Optional.empty());
    }

    /** Whether Ukur tells an interval that the numbers alone do not give. */
    boolean isJudged() {
        return !judged.equals(sql);
    }

    String sql(LocalDate last) {
        return filled(sql, last);
    }

    String judged(LocalDate last) {
        return filled(judged, last);
    }

    private String filled(String text, LocalDate last) {
        return text.replace(":first", "date '" + first(last) + "'").replace(":last", "date '" + last + "'");
    }

    private LocalDate first(LocalDate last) {
        return last.minusDays(days - 1L);
    }
}
