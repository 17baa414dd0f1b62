package dev.ukur.delivery.report.text;

import dev.ukur.i18n.Messages;
import dev.ukur.sources.ErasedPerson;
import java.util.List;
import java.util.Map;

/** What was known of a person. */
final class PeopleText {

    private final Messages say;
    private final Ink ink;

    PeopleText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    String erased(ErasedPerson erased, boolean dryRun) {
        if (!erased.wasKnown()) {
            return say.text("erase.unknown") + "\n";
        }
        TextTable table = new TextTable().words(say.text("erase.table")).numbers(say.text("erase.rows"));
        erased.rows()
                .forEach((name, count) -> table.row(List.of(name, say.formats().count(count))));
        Map<String, Object> facts = Map.of("people", erased.people(), "visitors", erased.visitors());
        return table.draw(ink) + "\n" + say.text(dryRun ? "erase.would" : "erase.done", facts) + "\n";
    }
}
