package dev.ukur.delivery.cli;

/** One command of {@code ukur}. */
interface Command {

    /** What it may be given. */
    Shape shape();

    /** Its help, in the language of the call. */
    default String help(Call call) {
        return new Help(call.say()).of(shape());
    }

    /** Whether it asks the workspace of the call, so that it runs where that is open. */
    default boolean asksWorkspace() {
        return true;
    }

    /**
     * Whether all it does is print what the workspace says, so that the same call prints the same until the workspace or the
     * day changes.
     */
    default boolean onlyTells() {
        return false;
    }

    /** Does it; answers an exit code. */
    int run(Call call);
}
