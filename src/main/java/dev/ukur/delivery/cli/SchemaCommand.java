package dev.ukur.delivery.cli;

import dev.ukur.Ukur;

/** {@code ukur schema}: the canonical tables, as a Frictionless data package. */
final class SchemaCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("schema").formats("json");
    }

    @Override
    public int run(Call call) {
        try (Ukur ukur = call.open()) {
            call.printLine(ukur.schema());
            return Exit.DONE;
        }
    }
}
