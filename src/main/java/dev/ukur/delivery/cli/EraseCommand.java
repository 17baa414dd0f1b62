package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.sources.ErasedPerson;

/** {@code ukur erase PERSON}: takes a person out of the workspace for good. */
final class EraseCommand implements Command {

    private static final String DRY_RUN = "--dry-run";

    @Override
    public Shape shape() {
        return Shape.of("erase").operands("PERSON", 1, 1).flag(DRY_RUN).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        String person = call.arguments().operands().get(0);
        try (Ukur ukur = call.open()) {
            ErasedPerson erased = ukur.erase(person, call.arguments().has(DRY_RUN));
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).erased(erased));
            } else {
                call.print(call.text().erased(erased, call.arguments().has(DRY_RUN)));
            }
            return erased.wasKnown() ? Exit.DONE : Exit.ATTENTION;
        }
    }
}
