package dev.ukur.delivery.report.dashboard;

import dev.ukur.Ukur;
import dev.ukur.delivery.report.ScorecardPage;
import dev.ukur.delivery.report.ScorecardView;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Fact;
import dev.ukur.delivery.report.dashboard.Section.Link;
import dev.ukur.i18n.Messages;
import dev.ukur.kpis.Scorecard;
import dev.ukur.model.WorkspaceSettings;
import dev.ukur.problem.ProblemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All workspaces of a server, each with what its scorecard says first. */
public final class RollUpPage {

    private final Shell shell;
    private final Messages say;

    public RollUpPage(Shell shell) {
        this.shell = shell;
        this.say = shell.say();
    }

    /**
     * A workspace.
     *
     * @param base what the addresses of its pages begin with
     * @param mark class of its section, to which its colour belongs
     * @param ukur its front door
     */
    public record Client(String base, String mark, Ukur ukur) {}

    /** What the page says of a workspace, and whether it has a logo. */
    public record Summary(String base, String mark, boolean hasLogo, Section section) {}

    /** The page; clients stand in the order given. */
    public String html(List<Summary> clients) {
        String lede = say.text("web.all.about", "count", clients.size());
        return Pages.render("rollup", shell, Map.of("title", say.text("web.all"), "lede", lede, "clients", clients));
    }

    /** What the page says of a workspace in its present state. */
    public Summary summary(Client client) {
        return new Summary(client.base(), client.mark(), hasLogo(client), section(client));
    }

    private static boolean hasLogo(Client client) {
        try {
            return client.ukur().settings().appearance().logo().isPresent();
        } catch (ProblemException e) {
            return false; // told in its section
        }
    }

    /** A workspace whose files are wrong says so, and takes nothing from the others. */
    private Section section(Client client) {
        Link link = new Link(client.base() + "/", say.text("web.all.open"));
        try {
            WorkspaceSettings settings = client.ukur().settings();
            Messages own = say.withCurrency(settings.currency());
            if (client.ukur().loads().isEmpty()) {
                return new Section(
                        settings.name(),
                        "",
                        Body.words(List.of(say.text("web.first.about"))).with(link),
                        "");
            }
            Scorecard scorecard = client.ukur().scorecard(Optional.empty());
            if (scorecard.kpis().isEmpty()) {
                return new Section(
                        settings.name(),
                        "",
                        Body.words(List.of(say.text("web.goals.none.about"))).with(link),
                        "");
            }
            ScorecardView view = new ScorecardPage(own, shell.version()).view(settings, scorecard);
            return new Section(settings.name(), view.freshness(), body(view).with(link), "");
        } catch (ProblemException e) {
            List<String> words = e.problems().stream().map(say::sentence).toList();
            return new Section(
                    client.base() + "/",
                    say.text("web.problem"),
                    Body.words(words).with(link),
                    "");
        }
    }

    private Body body(ScorecardView view) {
        List<Fact> facts = new ArrayList<>();
        view.cards()
                .forEach(card -> facts.add(new Fact(
                        card.head().goal(),
                        card.head().status() + " · " + card.head().metric() + ": "
                                + card.head().now())));
        return Body.words(List.of(view.lede().plain())).with(facts);
    }
}
