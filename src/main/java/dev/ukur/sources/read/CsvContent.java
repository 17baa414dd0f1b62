package dev.ukur.sources.read;

import java.io.IOException;
import java.io.Reader;
import java.util.List;

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
