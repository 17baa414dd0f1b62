package dev.ukur.sources.read;

import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Sheet;

/** A spreadsheet. */
record XlsxContent(StoredBytes stored, String sha256, List<String> sheets) implements Content {

    /** A member is held in memory, for a workbook is read out of order. */
    private static final int MOST_MEMBER_BYTES = 256 << 20;

    private static final String WORKBOOK = "xl/workbook.xml";

    private static final ReadingOptions WITH_FORMATS = new ReadingOptions(true, false);

    XlsxContent {
        sheets = List.copyOf(sheets);
    }

    /** The content of a zip, which must be a workbook. */
    static XlsxContent open(StoredBytes stored, String sha256) throws IOException {
        if (isPlainFile(stored)) {
            checkParts(stored);
        }
        try (ReadableWorkbook workbook = workbook(stored)) {
            List<String> names = workbook.getSheets().map(Sheet::getName).toList();
            return new XlsxContent(stored, sha256, names);
        }
    }

    @Override
    public Input input() {
        return stored.input();
    }

    @Override
    public Kind kind() {
        return Kind.XLSX;
    }

    @Override
    public Grid grid(String sheet) {
        if (!sheets.contains(sheet)) {
            throw new ProblemException(
                    Problem.error("sheet-not-found", stored.at()).with("sheet", sheet));
        }
        return new XlsxGrid(stored, workbook(stored), sheet);
    }

    @Override
    public Grid grid(char delimiter) {
        throw new IllegalStateException("a spreadsheet has no delimiter");
    }

    @Override
    public TextLines lines() {
        throw new IllegalStateException("a spreadsheet has rows, not lines");
    }

    @Override
    public Records records() {
        throw new IllegalStateException("a spreadsheet has rows, not records");
    }

    /** What a damaged workbook is told as. */
    static ProblemException broken(StoredBytes stored) {
        return new ProblemException(Problem.error("xlsx-broken", stored.at()));
    }

    private static boolean isPlainFile(StoredBytes stored) throws IOException {
        return stored.input().member().isEmpty() && Archive.isZip(stored.head());
    }

    private static void checkParts(StoredBytes stored) throws IOException {
        try (ZipFile parts = new ZipFile(stored.input().path().toFile())) {
            if (parts.getEntry(WORKBOOK) == null) {
                throw new ProblemException(Problem.error("not-text", stored.at()));
            }
            if (parts.stream().anyMatch(XlsxContent::isTooLarge)) {
                throw new ProblemException(Problem.error("archive-too-large", stored.at()));
            }
        } catch (ZipException | IllegalArgumentException e) {
            throw broken(stored);
        }
    }

    private static boolean isTooLarge(ZipEntry part) {
        return GuardedStream.isTooLarge(part.getSize(), part.getCompressedSize());
    }

    /** The library reports damage by many exceptions, unchecked ones too: all mean the same to a person. */
    private static ReadableWorkbook workbook(StoredBytes stored) {
        try {
            if (isPlainFile(stored)) {
                return new ReadableWorkbook(stored.input().path().toFile(), WITH_FORMATS);
            }
            return new ReadableWorkbook(new ByteArrayInputStream(inMemory(stored)), WITH_FORMATS);
        } catch (ProblemException e) {
            throw e;
        } catch (IOException | RuntimeException e) {
            throw broken(stored);
        }
    }

    private static byte[] inMemory(StoredBytes stored) throws IOException {
        try (InputStream bytes = stored.open()) {
            byte[] all = stored.inflate(bytes).readNBytes(MOST_MEMBER_BYTES + 1);
            if (all.length > MOST_MEMBER_BYTES) {
                throw new ProblemException(Problem.error("archive-too-large", stored.at()));
            }
            return all;
        }
    }
}
