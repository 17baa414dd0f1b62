package dev.ukur.delivery.cli;

/** Exit codes; scripts rely on them. */
final class Exit {

    /** Done. */
    static final int DONE = 0;
    /** Done, but something needs a person: rejected rows, failed checks. */
    static final int ATTENTION = 1;
    /** The call or a file is wrong. */
    static final int WRONG = 2;
    /** A fault in Ukur. */
    static final int FAULT = 70;

    private Exit() {}
}
