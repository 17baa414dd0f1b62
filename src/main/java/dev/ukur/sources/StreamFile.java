package dev.ukur.sources;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.BitSet;
import java.util.List;
import tools.jackson.databind.JsonNode;

/** The records of one stream, a line each, the last one of each key. */
final class StreamFile implements AutoCloseable {

    private final Path file;
    private final BufferedWriter out;
    private final FingerprintTable lastOf = new FingerprintTable();
    private final BitSet outdated = new BitSet();
    private List<String> key = List.of();
    private int records;

    StreamFile(Path file) {
        this.file = file;
        try {
            this.out = Files.newBufferedWriter(file);
        } catch (IOException e) {
            throw Spool.failure(e);
        }
    }

    /** The members that make two records the same thing; none where every record is a thing of its own. */
    void keyedBy(List<String> members) {
        key = List.copyOf(members);
    }

    void add(JsonNode record) {
        try {
            out.write(record.toString());
            out.write('\n');
        } catch (IOException e) {
            throw Spool.failure(e);
        }
        if (!key.isEmpty()) {
            StringBuilder parts = new StringBuilder();
            key.forEach(member -> parts.append(record.path(member)).append('\u001F'));
            int before = (int) lastOf.put(Fingerprint.half(parts.toString()), records + 1L);
            if (before > 0) {
                outdated.set(before - 1);
            }
        }
        records++;
    }

    /** Where the records lie; no record may follow. */
    Path finish() {
        close();
        if (outdated.isEmpty()) {
            return file;
        }
        Path whole = file.resolveSibling(file.getFileName() + ".all");
        try {
            Files.move(file, whole, StandardCopyOption.REPLACE_EXISTING);
            try (BufferedReader in = Files.newBufferedReader(whole);
                    BufferedWriter last = Files.newBufferedWriter(file)) {
                int number = 0;
                for (String line = in.readLine(); line != null; line = in.readLine()) {
                    if (!outdated.get(number++)) {
                        last.write(line);
                        last.write('\n');
                    }
                }
            }
            return file;
        } catch (IOException e) {
            throw Spool.failure(e);
        }
    }

    /** Whether a stream was described but brought nothing. */
    static boolean isEmpty(Path stream) {
        try {
            return Files.size(stream) == 0;
        } catch (IOException e) {
            throw Spool.failure(e);
        }
    }

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw Spool.failure(e);
        }
    }
}
