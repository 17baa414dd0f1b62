package dev.ukur.sources;

import dev.ukur.sources.read.Cell;
import org.jspecify.annotations.Nullable;

/** Reads one cell to a value of its type: null when it holds nothing, or when it cannot be read and a fault is added. */
@FunctionalInterface
interface CellReader {

    @Nullable
    Object read(Cell cell, Faults faults);
}
