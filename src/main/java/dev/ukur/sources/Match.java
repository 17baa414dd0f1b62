package dev.ukur.sources;

import dev.ukur.model.SourceProfile;

/**
 * A profile and the table it sees in a file.
 *
 * @param place of the table in the file
 * @param part how that place is shown; empty for the only table
 */
record Match(SourceProfile profile, Table table, Place place, String part) {

    /**
     * Where a table lies.
     *
     * @param sheet of a workbook; empty for all else
     * @param section number of the section in the sheet, from 0
     * @param header row of the header, from the top of the sheet; -1 without one
     */
    record Place(String sheet, int section, long header) {

        /** The whole file. */
        static final Place WHOLE = new Place("", 0, -1);
    }

    /** The name of the file, with the part of it that this is. */
    String shown(String file) {
        return part.isEmpty() ? file : file + "#" + part;
    }

    /** The same, shown as one of several parts. */
    Match asPart() {
        String shown = place.sheet().isEmpty() ? String.valueOf(place.section() + 1) : place.sheet();
        return new Match(profile, table, place, shown);
    }
}
