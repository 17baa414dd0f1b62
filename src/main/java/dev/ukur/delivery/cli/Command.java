package dev.ukur.delivery.cli;

/** One command of {@code ukur}. */
interface Command {

    /** What it may be given. */
    Shape shape();

    /** Does it; answers an exit code. */
    int run(Call call);
}
