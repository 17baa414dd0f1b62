package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/** The records of an NDJSON file: an object a line, blank lines passed over. */
final class LineRecords implements Records {

    private final Opened text;
    private final BufferedReader reader;
    private long line;

    LineRecords(Opened text) {
        this.text = text;
        this.reader = new BufferedReader(text.reader());
    }

    @Override
    public @Nullable Item next() {
        try {
            for (String raw = reader.readLine(); raw != null; raw = reader.readLine()) {
                line++;
                if (!raw.isBlank()) {
                    return new Item(line, parse(raw));
                }
            }
            return null;
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    @Override
    public void close() {
        try {
            reader.close();
        } catch (IOException e) {
            throw text.stored().failure(e);
        }
    }

    private JsonNode parse(String raw) {
        String file = text.stored().input().name();
        try {
            JsonNode node = Json.MAPPER.readTree(raw);
            if (node.isObject()) {
                return node;
            }
        } catch (JacksonException e) {
            throw Json.broken(file, line, e);
        }
        throw new ProblemException(Problem.error(
                "json-broken", Location.of(file, (int) Math.min(line, Integer.MAX_VALUE), 1)));
    }
}
