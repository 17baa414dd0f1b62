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

/** A zip archive that holds files to import, and how it is told from a spreadsheet, which is a zip too. */
final class Archive {

    private static final int MOST_MEMBERS = 10_000;

    /** Office files name their parts here; an archive of exports has no such member. */
    private static final String OFFICE_PARTS = "[Content_Types].xml";

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
                boolean office = archive.getEntry(OFFICE_PARTS) != null;
                return office ? Optional.empty() : Optional.of(listed(path, archive, problems));
            }
        } catch (IOException | IllegalArgumentException e) {
            problems.add(Problem.error("archive-broken", at).with("detail", String.valueOf(e.getMessage())));
            return Optional.of(List.of());
        }
    }

    private static byte[] head(Path path) throws IOException {
        try (InputStream bytes = Files.newInputStream(path)) {
            return bytes.readNBytes(4);
        }
    }

    private static List<Input> listed(Path path, ZipFile archive, Problems problems) {
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

    private static Optional<Problem> problemOf(ZipFile archive, ZipEntry entry, Location at) {
        if (GuardedStream.isTooLarge(entry.getSize(), entry.getCompressedSize())) {
            return Optional.of(Problem.error("archive-too-large", at));
        }
        if (leadsOut(entry.getName())) {
            return Optional.of(Problem.error("archive-name-unsafe", at));
        }
        String name = entry.getName().toLowerCase(Locale.ROOT);
        boolean nested = name.endsWith(".zip") || (!name.endsWith(".xlsx") && startsLikeZip(archive, entry));
        return nested ? Optional.of(Problem.error("archive-nested", at)) : Optional.empty();
    }

    /** A member that cannot be read is no archive here: it is told as broken when it is opened. */
    private static boolean startsLikeZip(ZipFile archive, ZipEntry entry) {
        try (InputStream bytes = archive.getInputStream(entry)) {
            return isZip(bytes.readNBytes(4));
        } catch (IOException e) {
            return false;
        }
    }

    /** Whether a name leads out of the folder it would be unpacked to. Nothing is unpacked here, but who packs so? */
    private static boolean leadsOut(String member) {
        return List.of(member.replace('\\', '/').split("/")).contains("..");
    }

    private static boolean isHidden(String member) {
        for (String step : member.split("/")) {
            if ((step.startsWith(".") && !step.equals("..")) || step.equals("__MACOSX")) {
                return true;
            }
        }
        return false;
    }
}
