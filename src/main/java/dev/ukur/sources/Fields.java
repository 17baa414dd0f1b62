package dev.ukur.sources;

import dev.ukur.model.HeaderMatch;
import java.util.OptionalInt;

/** The fields of a file's rows: header cells, JSON pointers, and what an unpivoted header carries. */
interface Fields {

    /**
     * The field that goes by one of these names, if the file has it.
     *
     * @throws dev.ukur.problem.ProblemException {@code duplicate-header} when two columns carry the same name
     */
    OptionalInt find(HeaderMatch match);

    /** How many there are. */
    int count();

    /** The name of a field as the file writes it. */
    String name(int field);
}
