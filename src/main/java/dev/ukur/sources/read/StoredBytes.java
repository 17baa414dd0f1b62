package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The bytes of an {@link Input} as they lie on disk (of a member: after the archive's own compression), opened anew each time. */
record StoredBytes(Input input) {

    private static final int BUFFER = 1 << 16;

    /** The place of the whole input, for problems. */
    Location at() {
        return Location.of(input.name());
    }

    /** The stored bytes; growth beyond {@link GuardedStream}'s limits ends in a problem. */
    InputStream open() throws IOException {
        if (input.member().isEmpty()) {
            return new BufferedInputStream(Files.newInputStream(input.path()), BUFFER);
        }
        ZipFile archive = new ZipFile(input.path().toFile());
        try {
            return openMember(archive, input.member().get());
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    /** The first stored bytes. */
    byte[] head() throws IOException {
        try (InputStream bytes = open()) {
            return bytes.readNBytes(8);
        }
    }

    /** The stored bytes, or what they hold when they are gzip. */
    InputStream inflate(InputStream stored) throws IOException {
        BufferedInputStream bytes = new BufferedInputStream(stored, BUFFER);
        if (!isGzip(bytes)) {
            return bytes;
        }
        long size = input.member().isEmpty() ? Files.size(input.path()) : 0;
        InputStream inflated = new GuardedStream(new GZIPInputStream(bytes, BUFFER), size, at());
        return new BufferedInputStream(inflated, BUFFER);
    }

    /** A failed read as the problem a person can mend. */
    ProblemException failure(@Nullable Throwable cause) {
        if (cause instanceof EOFException || cause instanceof ZipException) {
            return new ProblemException(Problem.error("file-truncated", at()));
        }
        if (cause instanceof CharacterCodingException) {
            return new ProblemException(Problem.error("not-text", at()));
        }
        String detail = cause == null ? "" : String.valueOf(cause.getMessage());
        return new ProblemException(Problem.error("file-unreadable", at()).with("detail", detail));
    }

    private InputStream openMember(ZipFile archive, String member) throws IOException {
        ZipEntry entry = archive.getEntry(member);
        if (entry == null) {
            throw new ProblemException(Problem.error("file-not-found", at()).with("path", input.name()));
        }
        InputStream bytes = new GuardedStream(archive.getInputStream(entry), entry.getCompressedSize(), at());
        return new FilterInputStream(bytes) {
            @Override
            public void close() throws IOException {
                archive.close();
            }
        };
    }

    private static boolean isGzip(BufferedInputStream bytes) throws IOException {
        bytes.mark(2);
        boolean magic = bytes.read() == 0x1f && bytes.read() == 0x8b;
        bytes.reset();
        return magic;
    }
}
