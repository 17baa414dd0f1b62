package dev.ukur.sources.read;

import java.util.List;

/**
 * One row of a table file.
 *
 * @param line 1-based line the row begins on, or row number of a sheet
 * @param cells in order; rows may differ in length
 */
public record GridRow(long line, List<Cell> cells) {}
