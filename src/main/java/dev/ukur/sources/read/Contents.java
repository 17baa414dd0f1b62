package dev.ukur.sources.read;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;

/** Opens what the user handed in. */
public final class Contents {

    private static final int HEAD = 4096;

    private static final byte[] PARQUET = {'P', 'A', 'R', '1'};

    private static final byte[] ARROW = {'A', 'R', 'R', 'O', 'W', '1'};

    /** First bytes of the binary office files before 2007. */
    private static final byte[] OLD_OFFICE = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0};

    private Contents() {}

    /**
     * The content of an input, its container known by its bytes. The whole input is looked through once here, so that a
     * broken one is refused before a row of it is read. The hash is that of the stored bytes; of an archive member, that
     * of its uncompressed bytes.
     *
     * @throws ProblemException {@code file-not-found}, {@code file-unreadable}, {@code file-empty},
     *     {@code file-truncated}, {@code not-text}, {@code line-too-long}, {@code xlsx-broken}, {@code xls-unsupported},
     *     {@code arrow-unsupported}, {@code archive-too-large}, {@code json-too-large}
     */
    public static Content open(Input input) {
        return open(input, Optional.empty());
    }

    /**
     * The content of an input whose text is in an encoding that somebody named, whatever its bytes look like.
     *
     * @throws ProblemException as {@link #open(Input)}, and {@code encoding-contradicted} when the text begins with the
     *     mark of another encoding
     */
    public static Content open(Input input, Optional<Charset> named) {
        StoredBytes stored = new StoredBytes(input);
        if (!Files.isRegularFile(input.path())) {
            throw new ProblemException(
                    Problem.error("file-not-found", stored.at()).with("path", input.name()));
        }
        try {
            byte[] head = head(stored);
            if (Archive.isZip(head)) {
                return XlsxContent.open(stored, digest(stored));
            }
            return openText(stored, head, named.map(Encoding::new));
        } catch (IOException e) {
            throw stored.failure(e);
        }
    }

    /** Whether a file is Parquet, by its first bytes. */
    public static boolean isParquet(Input input) {
        try {
            return input.member().isEmpty()
                    && Files.isRegularFile(input.path())
                    && Arrays.equals(new StoredBytes(input).head(), 0, 4, PARQUET, 0, 4);
        } catch (IOException | ArrayIndexOutOfBoundsException e) {
            return false; // it is told when it is opened
        }
    }

    /** SHA-256 of a file's bytes, lower-case hex. */
    public static String sha256(Input input) {
        StoredBytes stored = new StoredBytes(input);
        try {
            return digest(stored);
        } catch (IOException e) {
            throw stored.failure(e);
        }
    }

    /**
     * Typed rows that lie written down: a line of JSON each, the first with the names of the columns.
     *
     * @param shown what they come from
     * @param rows where they lie
     * @param sha256 of what they come from
     * @param reached how far a database was read
     */
    public static Content table(Input shown, Path rows, String sha256, Optional<String> reached) {
        StoredBytes stored = new StoredBytes(new Input(shown.name(), rows, Optional.empty()));
        Opened text = new Opened(stored, Encoding.UTF_8, new TextScan.Look(0, false), sha256);
        return new TableContent(shown, text, sha256, reached);
    }

    private static Content openText(StoredBytes stored, byte[] head, Optional<Encoding> named) throws IOException {
        if (head.length == 0) {
            throw new ProblemException(Problem.error("file-empty", stored.at()));
        }
        if (startsWith(head, OLD_OFFICE)) {
            throw new ProblemException(Problem.error("xls-unsupported", stored.at()));
        }
        if (startsWith(head, ARROW)) {
            throw new ProblemException(Problem.error("arrow-unsupported", stored.at()));
        }
        Opened text = named.isPresent() ? declared(stored, head, named.get()) : shown(stored, Encoding.of(head));
        Optional<Content> json = JsonContent.of(text);
        return json.isPresent() ? json.get() : CsvContent.of(text);
    }

    private static Opened shown(StoredBytes stored, Encoding encoding) throws IOException {
        try {
            return scan(stored, encoding);
        } catch (CharacterCodingException e) {
            if (!encoding.equals(Encoding.UTF_8)) {
                throw e;
            }
            return scan(stored, Encoding.WINDOWS_1252);
        }
    }

    private static Opened declared(StoredBytes stored, byte[] head, Encoding encoding) throws IOException {
        Optional<Encoding> marked = Encoding.marked(head);
        boolean sixteen = encoding.charset().name().equals("UTF-16");
        if (marked.isPresent() && !marked.get().equals(encoding) && !sixteen) {
            throw new ProblemException(Problem.error("encoding-contradicted", stored.at())
                    .with("named", encoding.charset().name())
                    .with("marked", marked.get().charset().name()));
        }
        return scan(stored, sixteen ? marked.orElse(Encoding.UTF_16BE) : encoding);
    }

    private static byte[] head(StoredBytes stored) throws IOException {
        try (InputStream bytes = stored.open()) {
            return stored.inflate(bytes).readNBytes(HEAD);
        }
    }

    private static Opened scan(StoredBytes stored, Encoding encoding) throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(stored.open(), sha256())) {
            TextScan.Look look = TextScan.at(stored.inflate(bytes), encoding, stored.at());
            bytes.transferTo(OutputStream.nullOutputStream());
            return new Opened(stored, encoding, look, hex(bytes));
        }
    }

    private static String digest(StoredBytes stored) throws IOException {
        try (DigestInputStream bytes = new DigestInputStream(stored.open(), sha256())) {
            bytes.transferTo(OutputStream.nullOutputStream());
            return hex(bytes);
        }
    }

    private static String hex(DigestInputStream bytes) {
        return HexFormat.of().formatHex(bytes.getMessageDigest().digest());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        return head.length >= magic.length && Arrays.equals(head, 0, magic.length, magic, 0, magic.length);
    }
}
