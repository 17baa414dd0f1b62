package dev.ukur.sources.cell;

import com.code_intelligence.jazzer.api.FuzzedDataProvider;
import com.code_intelligence.jazzer.junit.FuzzTest;
import dev.ukur.problem.ProblemException;
import dev.ukur.sources.read.Content;
import dev.ukur.sources.read.Contents;
import dev.ukur.sources.read.Grid;
import dev.ukur.sources.read.Input;
import dev.ukur.sources.read.Records;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Parsers under coverage-guided fuzzing: {@code JAZZER_FUZZ=1 ./mvnw -Pfuzz test -Dtest=ParsersFuzzTest#numbers}, one at a
 * time. Without {@code JAZZER_FUZZ} the inputs found before are tried once.
 */
class ParsersFuzzTest {

    /** No crash, and whatever is read has the digits that stand there; those of an exponent say where the point is. */
    @FuzzTest(maxDuration = "10m")
    void numbers(FuzzedDataProvider data) {
        NumberLocale locale = data.consumeBoolean() ? NumberLocale.DOT : NumberLocale.COMMA;
        String text = data.consumeRemainingAsString();
        BigDecimal number = Numbers.in(locale).number(text).orNull();
        String told = text.replaceFirst("(?<=[0-9.,])[eE]-[0-9]+", "");
        if (number != null && !digits(number.abs().toPlainString()).equals(digits(told))) {
            throw new AssertionError("<" + text + "> became " + number);
        }
        NumberEvidence evidence = new NumberEvidence();
        evidence.add(text);
        evidence.decide(Optional.empty(), Optional.empty());
    }

    /** No crash, and a day read without an order is read alike with one, or not. */
    @FuzzTest(maxDuration = "10m")
    void dates(FuzzedDataProvider data) {
        String text = data.consumeRemainingAsString();
        var open = Dates.withoutOrder().date(text).orNull();
        for (DateOrder order : DateOrder.values()) {
            var read = Dates.in(order).date(text).orNull();
            if (open != null && !open.equals(read)) {
                throw new AssertionError("<" + text + "> became " + open + " and " + read);
            }
            Dates.in(order).moment(text);
            Dates.in(order).range(text);
        }
    }

    /** Any bytes are read to their end or refused in words. */
    @FuzzTest(maxDuration = "10m")
    void files(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("fuzz", ".csv");
        try {
            Files.write(file, bytes);
            read(Contents.open(new Input("fuzz.csv", file, Optional.empty())));
        } catch (ProblemException e) {
            // refused in words: as it should be
        } finally {
            Files.delete(file);
        }
    }

    private static void read(Content content) {
        if (content.kind() == Content.Kind.JSON || content.kind() == Content.Kind.NDJSON) {
            try (Records records = content.records()) {
                while (records.next() != null) {
                    // each is looked at by the parser
                }
            }
            return;
        }
        for (String sheet : content.sheets()) {
            try (Grid grid = content.grid(sheet)) {
                while (grid.next() != null) {
                    // each is looked at by the parser
                }
            }
        }
    }

    private static String digits(String text) {
        StringBuilder digits = new StringBuilder();
        text.chars().filter(c -> c >= '0' && c <= '9').forEach(c -> digits.append((char) c));
        return digits.toString().replaceAll("^0+", "");
    }
}
