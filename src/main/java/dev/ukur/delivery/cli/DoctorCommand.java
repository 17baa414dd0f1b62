package dev.ukur.delivery.cli;

import dev.ukur.Health;
import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;

/** {@code ukur doctor}: how fresh the data are, what waits, what is known of people. */
final class DoctorCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("doctor").formats("table", "json");
    }

    @Override
    public int run(Call call) {
        try (Ukur ukur = call.open()) {
            Health health = ukur.health();
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).health(health));
            } else {
                call.print(call.text().health(health));
            }
            return health.problems().isEmpty() ? Exit.DONE : Exit.ATTENTION;
        }
    }
}
