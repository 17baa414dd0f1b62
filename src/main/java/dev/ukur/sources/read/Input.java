package dev.ukur.sources.read;

import java.nio.file.Path;
import java.util.Optional;

/**
 * One readable thing on disk: a file, or a member of a zip archive.
 *
 * @param name as shown to the user; a member as {@code archive.zip!member.csv}
 * @param path the file
 * @param member name of the member inside the archive
 */
public record Input(String name, Path path, Optional<String> member) {}
