package dev.ukur.store;

import java.nio.file.Path;

/**
 * A delimited text whose lines are its rows, each of as many cells, as the engine is to read it.
 *
 * @param path of the file, UTF-8
 * @param delimiter between cells
 * @param end of each line
 * @param cells of each line
 * @param above lines before the first row
 * @param rows below them
 * @param longest bytes of the longest line
 */
public record CellFile(Path path, char delimiter, String end, int cells, long above, long rows, int longest) {}
