package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.LoadSummary;
import dev.ukur.sources.RestatedSum;
import java.util.List;

/** The load book, and what a load changed. */
final class LoadsText {

    private final Messages say;
    private final Ink ink;

    LoadsText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String list(List<LoadSummary> loads) {
        if (loads.isEmpty()) {
            return say.text("loads.none") + "\n";
        }
        TextTable table = new TextTable()
                .numbers(say.text("loads.number"))
                .words(say.text("loads.when"))
                .words(say.text("loads.source"))
                .numbers(say.text("loads.read"))
                .numbers(say.text("loads.new"))
                .numbers(say.text("loads.changed"))
                .numbers(say.text("loads.rejected"))
                .words(say.text("loads.period"))
                .words(say.text("loads.file"));
        loads.forEach(load -> table.row(row(load)));
        return table.draw(ink);
    }

    private List<String> row(LoadSummary load) {
        String undone = load.undoneBy().isPresent() ? " (" + say.text("loads.undone") + ")" : "";
        return List.of(
                load.load() + undone,
                load.loadedAt().toString().substring(0, 16) + "Z",
                load.source().profile(),
                count(load.rows().read()),
                count(load.rows().added()),
                count(load.rows().changed()),
                count(load.rows().rejected()),
                load.days().map(days -> days.first() + "/" + days.last()).orElse("–"),
                load.file());
    }

    String restated(List<RestatedSum> restated) {
        if (restated.isEmpty()) {
            return say.text("loads.nothing-restated") + "\n";
        }
        TextTable table = new TextTable()
                .words(say.text("loads.day"))
                .words(say.text("loads.column"))
                .numbers(say.text("loads.before"))
                .numbers(say.text("loads.after"));
        restated.forEach(each -> table.row(List.of(
                each.day().toString(),
                each.column(),
                each.before().stripTrailingZeros().toPlainString(),
                each.after().stripTrailingZeros().toPlainString())));
        return table.draw(ink);
    }

    private String count(long number) {
        return say.formats().count(number);
    }
}
