package dev.ukur.sources.read;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;

/** A text of delimited rows. */
record CsvContent(Opened text, char delimiter) implements Content {

    /** The content of a text, its delimiter the one its first lines show. */
    static CsvContent of(Opened text) throws IOException {
        try (Reader reader = text.reader()) {
            return new CsvContent(text, DelimiterSniffer.sniff(reader));
        }
    }

    @Override
    public Input input() {
        return text.stored().input();
    }

    @Override
    public Kind kind() {
        return Kind.CSV;
    }

    @Override
    public String sha256() {
        return text.sha256();
    }

    @Override
    public List<String> sheets() {
        return List.of("");
    }

    @Override
    public Grid grid(String sheet) {
        return grid(delimiter);
    }

    @Override
    public Grid grid(char otherDelimiter) {
        return new CsvGrid(text, otherDelimiter);
    }

    @Override
    public char shownDelimiter() {
        return delimiter;
    }

    @Override
    public long bytes() {
        try {
            return input().member().isEmpty() ? Files.size(input().path()) : 0;
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    @Override
    public Optional<PlainText> plain(char asked) {
        try {
            return text.encoding().equals(Encoding.UTF_8) && input().member().isEmpty()
                    ? PlainText.of(input().path(), asked)
                    : Optional.empty();
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    @Override
    public boolean hasGaps() {
        return text.look().gaps();
    }

    @Override
    public TextLines lines() {
        return new TextLines(text);
    }

    @Override
    public Records records() {
        throw new IllegalStateException("a CSV has rows, not records");
    }
}
