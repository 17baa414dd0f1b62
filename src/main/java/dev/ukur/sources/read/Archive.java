package dev.ukur.sources.read;

import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;

/** A zip archive that holds files to import, and how it is told from a spreadsheet, which is a zip too. */
final class Archive {

    private static final int MOST_MEMBERS = 10_000;

    /** Office files name their parts here; an archive of exports has no such member. */
    private static final String OFFICE_PARTS = "[Content_Types].xml";

    private static final String WORKBOOK = "xl/workbook.xml";

    private Archive() {}

    /** Whether bytes begin like a zip, empty ones included. */
    static boolean isZip(byte[] head) {
        return head.length >= 4
                && head[0] == 'P'
                && head[1] == 'K'
                && ((head[2] == 3 && head[3] == 4) || (head[2] == 5 && head[3] == 6));
    }

    /** The members of an archive in the order of their names; none for any other file, which is an input itself. */
    static Optional<List<Input>> members(Path path, Problems problems) {
        Location at = Location.of(path.toString());
        try {
            if (!isZip(head(path))) {
                return Optional.empty();
            }
            try (ZipFile archive = new ZipFile(path.toFile())) {
                boolean office = archive.getEntry(OFFICE_PARTS) != null || archive.getEntry(WORKBOOK) != null;
                return office ? Optional.empty() : Optional.of(listed(path, archive, problems));
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Problem.error("archive-broken", at).with("detail", String.valueOf(e.getMessage())));
            return Optional.of(List.of());
        }
    }

    /** Whether a stream of zip bytes is an office file. Reads up to the first part that tells. */
    static boolean isOffice(InputStream zip) throws IOException {
        ZipInputStream parts = new ZipInputStream(zip);
        for (ZipEntry part = parts.getNextEntry(); part != null; part = parts.getNextEntry()) {
            if (part.getName().equals(OFFICE_PARTS) || part.getName().equals(WORKBOOK)) {
                return true;
            }
        }
        return false;
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(4);
        }
    }

    private static List<Input> listed(Path path, ZipFile archive, Problems problems) throws IOException {
        List<? extends ZipEntry> entries = archive.stream()
                .filter(entry -> !entry.isDirectory() && !isHidden(entry.getName()))
                .sorted(Comparator.comparing(ZipEntry::getName))
                .toList();
        if (entries.size() > MOST_MEMBERS) {
            problems.add(Problem.error("archive-too-large", Location.of(path.toString())));
            return List.of();
        }
        List<Input> inputs = new ArrayList<>();
        for (ZipEntry entry : entries) {
            Input input = new Input(path + "!" + entry.getName(), path, Optional.of(entry.getName()));
            Optional<Problem> problem = problemOf(archive, entry, Location.of(input.name()));
            problem.ifPresent(problems::add);
            if (problem.isEmpty()) {
                inputs.add(input);
            }
        }
        return inputs;
    }

    private static Optional<Problem> problemOf(ZipFile archive, ZipEntry entry, Location at) throws IOException {
        if (GuardedStream.isTooLarge(entry.getSize(), entry.getCompressedSize())) {
            return Optional.of(Problem.error("archive-too-large", at));
        }
        if (entry.getName().toLowerCase(Locale.ROOT).endsWith(".zip") || isNestedArchive(archive, entry)) {
            return Optional.of(Problem.error("archive-nested", at));
        }
        return Optional.empty();
    }

    private static boolean isNestedArchive(ZipFile archive, ZipEntry entry) throws IOException {
        try (InputStream bytes = archive.getInputStream(entry)) {
            if (!isZip(bytes.readNBytes(4))) {
                return false;
            }
        }
        try (InputStream bytes = archive.getInputStream(entry)) {
            return !isOffice(bytes);
        }
    }

    private static boolean isHidden(String member) {
        for (String step : member.split("/")) {
            if (step.startsWith(".") || step.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }
}
