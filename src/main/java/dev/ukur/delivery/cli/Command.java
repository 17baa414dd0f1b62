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

    /** Does it; answers an exit code. */
    int run(Call call);
}
