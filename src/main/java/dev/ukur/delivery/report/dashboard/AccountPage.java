package dev.ukur.delivery.report.dashboard;

import dev.ukur.delivery.access.Access;
import dev.ukur.delivery.access.Audit;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Invitation;
import dev.ukur.delivery.access.Link;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Role;
import dev.ukur.delivery.access.Token;
import dev.ukur.delivery.report.dashboard.Section.Body;
import dev.ukur.delivery.report.dashboard.Section.Cell;
import dev.ukur.delivery.report.dashboard.Section.Grid;
import dev.ukur.delivery.report.dashboard.Section.Head;
import dev.ukur.i18n.Messages;
import dev.ukur.problem.Problem;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Pages about people: signing in, joining, users and their roles, tokens, shared pages, the log of what was done. */
public final class AccountPage {

    private static final String PASSWORD = "password";
    private static final List<Integer> DAYS_OF_LINK = List.of(7, 30, 90);
    private static final List<Integer> DAYS_OF_TOKEN = List.of(90, 365, 30);

    private final Shell shell;
    private final Messages say;

    public AccountPage(Shell shell) {
        this.shell = shell;
        this.say = shell.say();
    }

    /** What is known of something, and what can be done about it. */
    public record Part(Optional<Section> section, List<Form> forms) {

        public Part {
            forms = List.copyOf(forms);
        }
    }

    /** Something to send. */
    public record Form(String action, List<Field> fields, String button) {

        public Form {
            fields = List.copyOf(fields);
        }

        /** Whether it lets somebody in, and so stands alone on its page. */
        public boolean isDoor() {
            return fields.stream().anyMatch(field -> field.type().equals(PASSWORD));
        }
    }

    /** A field; one with choices is chosen from, others are typed. */
    public record Field(
            String name, String label, String type, String value, String autocomplete, List<Choice> choices) {

        public Field {
            choices = List.copyOf(choices);
        }
    }

    /** One of several values. */
    public record Choice(String value, String label) {}

    /**
     * Where somebody signs in.
     *
     * @param to where they wanted to go
     * @param wrong why they were not let in, if they have tried
     * @param provider the name of a provider that vouches for people, if there is one
     */
    public String signIn(String to, List<String> wrong, Optional<String> provider) {
        Form form = new Form(
                "/account/sign-in",
                List.of(
                        hidden("to", to),
                        typed("name", "text", "username"),
                        typed(PASSWORD, PASSWORD, "current-password")),
                say.text("web.signin"));
        List<String> words = wrong.isEmpty() ? List.of(say.text("web.signin.about")) : wrong;
        Optional<Section> elsewhere =
                provider.map(name -> new Section(say.text("web.signin.password"), "", Body.words(List.of()), ""));
        List<Section.Link> ways = provider
                .map(name -> new Section.Link(
                        "/account/provider?to=" + URLEncoder.encode(to, StandardCharsets.UTF_8),
                        say.text("web.signin.provider", "provider", name)))
                .stream()
                .toList();
        return page("web.signin", words, ways, List.of(new Part(elsewhere, List.of(form))));
    }

    /**
     * Where somebody who was invited chooses a password, and a name when the invitation leaves it open.
     *
     * @param problems with what they chose before
     */
    public String join(String code, Invitation invitation, List<Problem> problems) {
        List<Field> fields = new ArrayList<>();
        List<String> words = new ArrayList<>();
        if (invitation.user().isEmpty()) {
            fields.add(typed("name", "text", "username"));
            words.add(say.text("web.join.first"));
        } else {
            words.add(say.text("web.join.about", "user", invitation.user()));
            // Read-only, for programs that keep passwords.
            fields.add(
                    new Field("name", say.text("web.field.name"), "fixed", invitation.user(), "username", List.of()));
        }
        problems.forEach(problem -> {
            words.add(say.sentence(problem));
            say.fix(problem).ifPresent(words::add);
        });
        fields.add(typed(PASSWORD, PASSWORD, "new-password"));
        Form form = new Form("/account/join/" + code, fields, say.text("web.join.button"));
        return page("web.join", words, List.of(new Part(Optional.empty(), List.of(form))));
    }

    /** The reader's own tokens. */
    public String me(List<Token> tokens) {
        List<List<Cell>> rows = tokens.stream()
                .map(token -> List.of(
                        Cell.of(token.label()),
                        Cell.of(token.id()),
                        Cell.of(token.scopes().stream()
                                .sorted()
                                .map(right -> say.text("web.right." + right.word()))
                                .collect(Collectors.joining(", "))),
                        Cell.of(moment(token.until()))))
                .toList();
        List<Form> forms = new ArrayList<>();
        List<Choice> scopes = new ArrayList<>(Right.words().stream()
                .map(word -> new Choice(word, say.text("web.right." + word)))
                .toList());
        forms.add(new Form(
                "/account/tokens",
                List.of(typed("label", "text", "off"), chosen("scope", scopes), chosen("days", days(DAYS_OF_TOKEN))),
                say.text("web.token.make")));
        if (!tokens.isEmpty()) {
            List<Choice> ids = tokens.stream()
                    .map(token -> new Choice(token.id(), token.label() + " " + token.id()))
                    .toList();
            forms.add(new Form("/account/tokens/end", List.of(chosen("id", ids)), say.text("web.token.end")));
        }
        Section section = section("web.tokens", grid(rows, "label", "id", "scope", "ends"), "web.tokens.none");
        return page(
                shell.standing().name(),
                List.of(say.text("web.me.about")),
                List.of(new Part(Optional.of(section), forms)));
    }

    /**
     * All users, invitations and tokens.
     *
     * @param workspaces their names, when there are many
     */
    public String users(Access access, List<String> workspaces) {
        List<Part> parts = new ArrayList<>();
        List<List<Cell>> rows = new ArrayList<>();
        access.users()
                .forEach(user -> rows.add(List.of(
                        Cell.of(user.name()),
                        Cell.of(roles(user.grants())),
                        Cell.of(moment(user.since())),
                        Cell.of(""))));
        access.invitations().stream()
                .filter(invitation -> !invitation.user().isEmpty())
                .forEach(invitation -> rows.add(List.of(
                        Cell.of(invitation.user()),
                        Cell.of(roles(invitation.grants())),
                        Cell.of("–"),
                        Cell.of(say.text("web.invited.until", "until", moment(invitation.until()))))));
        Section users = section("web.users", grid(rows, "user", "role", "since", "state"), "web.users.none");
        parts.add(new Part(Optional.of(users), forms(access, places(workspaces))));
        List<List<Cell>> tokens = access.tokens().stream()
                .map(token -> List.of(
                        Cell.of(token.id()),
                        Cell.of(token.user()),
                        Cell.of(token.label()),
                        Cell.of(moment(token.until()))))
                .toList();
        parts.add(new Part(
                Optional.of(section("web.tokens", grid(tokens, "id", "user", "label", "ends"), "web.tokens.none")),
                List.of()));
        return page("web.users", List.of(say.text("web.users.about")), parts);
    }

    private List<Form> forms(Access access, List<Choice> places) {
        List<Choice> roles = Role.words().stream()
                .map(word -> new Choice(word, say.text("web.role." + word)))
                .toList();
        List<Choice> names = new ArrayList<>(access.users().stream()
                .map(user -> new Choice(user.name(), user.name()))
                .toList());
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(
                "/account/users/invite",
                List.of(typed("name", "text", "off"), chosen("role", roles), chosen("on", places)),
                say.text("web.invite")));
        forms.add(new Form(
                "/account/users/role",
                List.of(chosen("user", names), chosen("role", roles), chosen("on", places)),
                say.text("web.role.change")));
        access.invitations().stream()
                .map(Invitation::user)
                .filter(user -> !user.isEmpty() && access.user(user).isEmpty())
                .forEach(user -> names.add(new Choice(user, user)));
        forms.add(new Form("/account/users/remove", List.of(chosen("user", names)), say.text("web.users.remove")));
        return forms;
    }

    private List<Choice> places(List<String> workspaces) {
        List<Choice> places = new ArrayList<>();
        places.add(new Choice(Grants.EVERYWHERE, say.text("web.everywhere")));
        workspaces.forEach(name -> places.add(new Choice(name, name)));
        return places;
    }

    private String roles(Grants grants) {
        return new TreeMap<>(grants.roles())
                .entrySet().stream()
                        .map(one -> say.text("web.role." + one.getValue().word())
                                + (one.getKey().equals(Grants.EVERYWHERE) ? "" : " (" + one.getKey() + ")"))
                        .collect(Collectors.joining(", "));
    }

    /** Shows a secret, once. */
    public String told(String key, String secret) {
        Section section = new Section(
                say.text(key), "", Body.words(List.of(say.text(key + ".once"))).code(secret), "");
        return page(key, List.of(), List.of(new Part(Optional.of(section), List.of())));
    }

    /**
     * Shares a page.
     *
     * @param address of the page
     * @param links of this workspace
     */
    public String share(String address, List<Link> links) {
        List<List<Cell>> rows = links.stream()
                .map(link -> List.of(
                        Cell.link(link.address(), link.address()),
                        Cell.of(link.id()),
                        Cell.of(link.by()),
                        Cell.of(moment(link.until()))))
                .toList();
        List<Form> forms = new ArrayList<>();
        forms.add(new Form(
                "/share",
                List.of(hidden("page", address), chosen("days", days(DAYS_OF_LINK))),
                say.text("web.share.make")));
        if (!links.isEmpty()) {
            List<Choice> ids = links.stream()
                    .map(link -> new Choice(link.id(), link.address() + " " + link.id()))
                    .toList();
            forms.add(new Form("/share/end", List.of(chosen("id", ids)), say.text("web.share.end")));
        }
        Section section = section("web.links", grid(rows, "page", "id", "user", "ends"), "web.links.none");
        return page(
                "web.share",
                List.of(say.text("web.share.about", "page", address)),
                List.of(new Part(Optional.of(section), forms)));
    }

    /** Who did what, when; newest first. */
    public String audit(List<Audit.Deed> deeds) {
        List<List<Cell>> rows = deeds.stream()
                .map(deed -> List.of(
                        Cell.of(moment(deed.at())),
                        Cell.of(deed.who()),
                        Cell.of(say.text("web.deed." + deed.deed())),
                        Cell.of(deed.on())))
                .toList();
        Section section = section("web.audit", grid(rows, "moment", "user", "what", "on"), "web.audit.none");
        return page(
                "web.audit", List.of(say.text("web.audit.about")), List.of(new Part(Optional.of(section), List.of())));
    }

    private String page(String title, List<String> words, List<Part> parts) {
        return page(title, words, List.of(), parts);
    }

    private String page(String title, List<String> words, List<Section.Link> ways, List<Part> parts) {
        String shown = say.knows(title) ? say.text(title) : title;
        return Pages.render("account", shell, Map.of("title", shown, "words", words, "ways", ways, "parts", parts));
    }

    private Section section(String title, Grid grid, String none) {
        Body body = grid.rows().isEmpty() ? Body.words(List.of(say.text(none))) : Body.grid(grid);
        return new Section(say.text(title), "", body, "");
    }

    private Grid grid(List<List<Cell>> rows, String... heads) {
        return new Grid(
                Arrays.stream(heads)
                        .map(key -> new Head(say.text("web." + key), false))
                        .toList(),
                rows);
    }

    private String moment(Instant at) {
        return say.formats().moment(at.atZone(ZoneId.of("UTC")));
    }

    private Field typed(String name, String type, String autocomplete) {
        return new Field(name, say.text("web.field." + name), type, "", autocomplete, List.of());
    }

    private Field chosen(String name, List<Choice> choices) {
        return new Field(name, say.text("web.field." + name), "text", "", "off", choices);
    }

    private static Field hidden(String name, String value) {
        return new Field(name, "", "hidden", value, "off", List.of());
    }

    private List<Choice> days(List<Integer> numbers) {
        return numbers.stream()
                .map(days -> new Choice(days.toString(), say.formats().daysLong(days)))
                .toList();
    }
}
