package dev.ukur.delivery.report.text;

import dev.ukur.PushReport;
import dev.ukur.i18n.Messages;
import dev.ukur.sources.LakeReport;
import java.util.List;
import java.util.Map;

/** What a pull from a lake, or a push into one, brought. */
final class LakeText {

    private final Messages say;
    private final Ink ink;

    LakeText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String table(LakeReport report) {
        if (report.tables().isEmpty()) {
            return say.text("lake.none") + "\n";
        }
        TextTable table = new TextTable()
                .words(say.text("lake.table"))
                .words(say.text("lake.into"))
                .words(say.text("lake.days"))
                .numbers(say.text("lake.loads"))
                .numbers(say.text("lake.new"))
                .numbers(say.text("lake.changed"))
                .numbers(say.text("lake.gone"));
        report.tables().forEach(pulled -> table.row(row(pulled)));
        return table.draw(ink);
    }

    String pushed(PushReport report) {
        if (report.newest() == 0) {
            return say.text("lake.pushed.empty") + "\n";
        }
        StringBuilder text = new StringBuilder();
        if (report.anew()) {
            text.append(say.text("lake.pushed.anew")).append('\n');
        }
        if (report.loads() == 0) {
            return text.append(say.text("lake.pushed.none", "newest", report.newest()))
                    .append('\n')
                    .toString();
        }
        TextTable table = new TextTable()
                .words(say.text("lake.pushed.table"))
                .numbers(say.text("lake.pushed.rows"))
                .numbers(say.text("lake.pushed.superseded"));
        report.tables().forEach(each -> table.row(List.of(each.name(), count(each.rows()), count(each.superseded()))));
        return text.append(say.text("lake.pushed", Map.of("newest", report.newest(), "loads", report.loads())))
                .append('\n')
                .append(table.draw(ink))
                .toString();
    }

    private List<String> row(LakeReport.Pulled pulled) {
        return List.of(
                pulled.table(),
                pulled.into(),
                pulled.days().map(days -> days.first() + "/" + days.last()).orElse("–"),
                count(pulled.loads()),
                count(pulled.added()),
                count(pulled.changed()),
                count(pulled.gone()));
    }

    private String count(long number) {
        return say.formats().count(number);
    }
}
