package dev.ukur.store;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.CheckedOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * The file in which answers wait for the next process. One that is damaged, of another form or of another state of the
 * data holds nothing: all that is lost is time.
 */
final class AnswerFile {

    /** Changes whenever one query text would give other values than before, or the file takes another form. */
    private static final String FORM = "ukur answers 1, duckdb 2.0.0.1";

    private static final int BUFFER = 1 << 16;

    private AnswerFile() {}

    /** The answers for a state of the data. */
    static KeptAnswers read(Path file, Fingerprint state) {
        try {
            if (!isOf(file, state)) {
                return new KeptAnswers(state);
            }
            byte[] bytes = Files.readAllBytes(file);
            int body = bytes.length - Long.BYTES;
            CRC32 sum = new CRC32();
            sum.update(bytes, 0, body);
            boolean whole = ByteBuffer.wrap(bytes, body, Long.BYTES).getLong() == sum.getValue();
            return whole
                    ? answers(new DataInputStream(new ByteArrayInputStream(bytes)), state)
                    : new KeptAnswers(state);
        } catch (IOException | RuntimeException e) {
            return new KeptAnswers(state);
        }
    }

    /** Looked at first: while an import goes on, every question comes with another state, and the file may be long. */
    private static boolean isOf(Path file, Fingerprint state) throws IOException {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            return FORM.equals(text(in)) && Fingerprint.ofBytes(bytes(in)).equals(state);
        }
    }

    private static KeptAnswers answers(DataInputStream in, Fingerprint state) throws IOException {
        KeptAnswers kept = new KeptAnswers(state);
        if (FORM.equals(text(in)) && Fingerprint.ofBytes(bytes(in)).equals(state)) {
            for (int left = in.readInt(); left > 0; left--) {
                kept.keep(query(in), answer(in));
            }
        }
        return kept;
    }

    /** Writes answers as those of a state, in place of what the file held. */
    static void write(Path file, KeptAnswers kept, Fingerprint state) throws IOException {
        Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "answers", ".new");
        CRC32 sum = new CRC32();
        try {
            try (DataOutputStream out = new DataOutputStream(
                    new CheckedOutputStream(new BufferedOutputStream(Files.newOutputStream(fresh), BUFFER), sum))) {
                text(out, FORM);
                bytes(out, state.bytes());
                out.writeInt(kept.all().size());
                for (Map.Entry<Sql, QueryResult> entry : kept.all().entrySet()) {
                    query(out, entry.getKey());
                    answer(out, entry.getValue());
                }
                out.writeLong(sum.getValue());
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } finally {
            Files.deleteIfExists(fresh);
        }
    }

    private static Sql query(DataInputStream in) throws IOException {
        String text = text(in);
        List<Object> parameters = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            Object value = value(in);
            if (value == null) {
                throw new IOException("a parameter is never null");
            }
            parameters.add(value);
        }
        return new Sql(text, parameters);
    }

    private static void query(DataOutputStream out, Sql sql) throws IOException {
        text(out, sql.text());
        out.writeInt(sql.parameters().size());
        for (Object parameter : sql.parameters()) {
            value(out, parameter);
        }
    }

    private static QueryResult answer(DataInputStream in) throws IOException {
        List<String> columns = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            columns.add(text(in));
        }
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (int left = in.readInt(); left > 0; left--) {
            List<@Nullable Object> row = new ArrayList<>(columns.size());
            for (int i = 0; i < columns.size(); i++) {
                row.add(value(in));
            }
            rows.add(row);
        }
        return new QueryResult(columns, rows);
    }

    private static void answer(DataOutputStream out, QueryResult answer) throws IOException {
        out.writeInt(answer.columns().size());
        for (String column : answer.columns()) {
            text(out, column);
        }
        out.writeInt(answer.rows().size());
        for (List<@Nullable Object> row : answer.rows()) {
            for (Object value : row) {
                value(out, value);
            }
        }
    }

    private static @Nullable Object value(DataInputStream in) throws IOException {
        byte kind = in.readByte();
        return switch (kind) {
            case '0' -> null;
            case 's' -> text(in);
            case 'l' -> in.readLong();
            case 'd' -> in.readDouble();
            case 'm' -> new BigDecimal(new BigInteger(bytes(in)), in.readInt());
            case 'b' -> in.readBoolean();
            case 'y' -> LocalDate.ofEpochDay(in.readLong());
            case 'i' -> Instant.ofEpochSecond(in.readLong(), in.readInt());
            default -> throw new IOException("no value of kind " + kind);
        };
    }

    /** The types that the port promises, each behind a letter. */
    private static void value(DataOutputStream out, @Nullable Object value) throws IOException {
        if (value == null) {
            out.writeByte('0');
        } else if (value instanceof String text) {
            out.writeByte('s');
            text(out, text);
        } else if (value instanceof Long number) {
            out.writeByte('l');
            out.writeLong(number);
        } else if (value instanceof Double number) {
            out.writeByte('d');
            out.writeDouble(number);
        } else if (value instanceof BigDecimal number) {
            out.writeByte('m');
            bytes(out, number.unscaledValue().toByteArray());
            out.writeInt(number.scale());
        } else if (value instanceof Boolean truth) {
            out.writeByte('b');
            out.writeBoolean(truth);
        } else if (value instanceof LocalDate day) {
            out.writeByte('y');
            out.writeLong(day.toEpochDay());
        } else if (value instanceof Instant instant) {
            out.writeByte('i');
            out.writeLong(instant.getEpochSecond());
            out.writeInt(instant.getNano());
        } else {
            throw new IOException("the port promises no " + value.getClass());
        }
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new IOException("the file ends early");
        }
        return bytes;
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
