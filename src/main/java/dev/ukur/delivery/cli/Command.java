package dev.ukur.delivery.cli;

/** One command of {@code ukur}. */
interface Command {

    /** What it may be given. */
    Shape shape();

    /** Its help, in the language of the call. */
    default String help(Call call) {
        return new Help(call.say()).of(shape());
    }

    /** Does it; answers an exit code. */
    int run(Call call);
}
