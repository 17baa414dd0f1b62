package dev.ukur.delivery.report.text;

import dev.ukur.delivery.report.AgendaWords;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.ledger.Agenda;
import dev.ukur.kpis.ledger.Agenda.Item;
import java.util.Map;
import java.util.function.UnaryOperator;

/** The agenda of a review: for a terminal, or as Markdown for minutes. */
final class AgendaText {

    private final Messages say;
    private final Form form;

    /** How head, goal and point are set apart. */
    private record Form(UnaryOperator<String> head, UnaryOperator<String> goal, String point) {}

    private AgendaText(Messages say, Form form) {
        this.say = say;
        this.form = form;
    }

    static AgendaText terminal(Messages say, Ink ink) {
        return new AgendaText(say, new Form(ink::strong, ink::strong, "  "));
    }

    static AgendaText markdown(Messages say) {
        return new AgendaText(say, new Form(text -> "# " + text + "\n", text -> "## " + text + "\n", "- "));
    }

    String write(String workspace, Agenda agenda) {
        AgendaWords words = new AgendaWords(say, agenda);
        StringBuilder text = new StringBuilder();
        line(text, form.head().apply(say.text("review.head", Map.of("workspace", workspace, "day", agenda.asOf()))));
        long due = agenda.items().stream().filter(Item::due).count();
        line(text, words.lede());
        for (Item item : agenda.items()) {
            line(text, "");
            line(text, form.goal().apply(words.title(item)));
            words.points(item).forEach(point -> line(text, form.point() + point));
        }
        if (due > 0) {
            line(text, "");
            line(text, say.text("review.how"));
        }
        return text.toString();
    }

    private static void line(StringBuilder text, String line) {
        text.append(line).append('\n');
    }
}
