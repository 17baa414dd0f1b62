package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.report.AgendaWords;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.ledger.Agenda;
import java.util.List;
import java.util.Map;

/** The agenda of the next review, and a form at each KPI to write down what was decided. */
public final class ReviewPage {

    private final Shell shell;
    private final Messages say;

    /**
     * One KPI of the agenda.
     *
     * @param goal its name
     * @param title KPI, state of its review, owner
     * @param due whether its last period waits to be reviewed
     * @param points where it stands, what was promised and what is next
     */
    public record Item(String goal, String title, boolean due, List<String> points) {}

    public ReviewPage(Shell shell) {
        this.shell = shell;
        this.say = shell.say();
    }

    /** The whole page. */
    public String html(Agenda agenda) {
        AgendaWords words = new AgendaWords(say, agenda);
        List<Item> items = agenda.items().stream()
                .map(item -> new Item(item.line().goal().name(), words.title(item), item.due(), words.points(item)))
                .toList();
        return Pages.render(
                "review",
                shell,
                Map.of(
                        "lede", words.lede(),
                        "day", say.text("web.review.day", "day", agenda.asOf()),
                        "items", items));
    }
}
