package dev.ukur.delivery.cli;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.json.JsonReports;
import dev.ukur.kpis.ledger.Book;

/** {@code ukur ledger}: what was said and promised, and how right it was. */
final class LedgerCommand implements Command {

    @Override
    public Shape shape() {
        return Shape.of("ledger").flag("--lines").formats("table", "json");
    }

    @Override
    public int run(Call call) {
        try (Ukur ukur = call.open()) {
            Book book = ukur.ledger();
            switch (call.format(shape())) {
                case "json" -> call.printLine(new JsonReports(call.say()).ledger(book));
                default -> {
                    String text = call.arguments().has("--lines")
                            ? call.text().ledgerLines(book, ukur.settings().zone())
                            : call.text().trust(book);
                    call.print(text);
                }
            }
            return Exit.DONE;
        }
    }
}
