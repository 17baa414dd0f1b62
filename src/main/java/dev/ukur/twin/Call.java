package dev.ukur.twin;

/**
 * A visit that is about to happen.
 *
 * @param start the moment it begins
 * @param visitor who
 * @param touch where from
 */
record Call(long start, Visitor visitor, Touch touch) {

    Call at(long moment) {
        return new Call(moment, visitor, touch);
    }
}
