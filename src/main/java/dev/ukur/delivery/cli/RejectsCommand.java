package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.sources.RejectedRow;
import java.util.List;
import java.util.Optional;

/** {@code ukur rejects [LOAD]}: rows in quarantine, with reasons. */
final class RejectsCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("rejects").operands("[LOAD]", 0, 1).formats("table", "json");
    }

    @Override
    public int run(Call call) {
        Optional<Long> load = call.arguments().operands().stream().findFirst().map(LoadNumber::of);
        try (Ukur ukur = call.open()) {
            List<RejectedRow> rows = ukur.rejects(load);
            if (call.format(shape()).equals("json")) {
                call.printLine(new JsonReports(call.say()).rejects(rows));
            } else {
                call.print(call.text().rejects(rows));
            }
            return rows.isEmpty() ? Exit.DONE : Exit.ATTENTION;
        }
    }
}
