package dev.ukur.delivery.report.text;

import dev.ukur.delivery.access.Access;
import dev.ukur.delivery.access.Audit;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Right;
import dev.ukur.i18n.Messages;
import java.time.Instant;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Users, tokens and the log of a server, for a terminal. */
public final class AccessText {

    private final Messages say;
    private final Ink ink;

    public AccessText(Messages say, Ink ink) {
        this.say = say;
        this.ink = ink;
    }

    /** Users and those invited, with their roles. */
    public String users(Access access) {
        TextTable table = new TextTable()
                .words(say.text("users.name"))
                .words(say.text("users.role"))
                .words(say.text("users.since"));
        access.users().forEach(user -> table.row(List.of(user.name(), roles(user.grants()), moment(user.since()))));
        access.invitations().stream()
                .filter(invitation -> !invitation.user().isEmpty())
                .forEach(invitation -> table.row(List.of(
                        invitation.user(),
                        roles(invitation.grants()),
                        say.text("users.invited", "until", moment(invitation.until())))));
        boolean none = access.users().isEmpty() && access.invitations().isEmpty();
        return none ? say.text("users.none") + "\n" : table.draw(ink);
    }

    /** {@code owner, viewer (kopi)}: the role everywhere bare, others with their workspace. */
    private String roles(Grants grants) {
        return new TreeMap<>(grants.roles())
                .entrySet().stream()
                        .map(one -> one.getValue().word()
                                + (one.getKey().equals(Grants.EVERYWHERE) ? "" : " (" + one.getKey() + ")"))
                        .collect(Collectors.joining(", "));
    }

    /** Tokens, never their secrets. */
    public String tokens(Access access) {
        if (access.tokens().isEmpty()) {
            return say.text("tokens.none") + "\n";
        }
        TextTable table = new TextTable()
                .words(say.text("tokens.id"))
                .words(say.text("users.name"))
                .words(say.text("tokens.scopes"))
                .words(say.text("tokens.until"))
                .words(say.text("tokens.label"));
        access.tokens()
                .forEach(token -> table.row(List.of(
                        token.id(),
                        token.user(),
                        token.scopes().stream().sorted().map(Right::word).collect(Collectors.joining(",")),
                        moment(token.until()),
                        token.label())));
        return table.draw(ink);
    }

    /** Who did what, when. */
    public String log(List<Audit.Deed> deeds) {
        TextTable table = new TextTable()
                .words(say.text("users.when"))
                .words(say.text("users.name"))
                .words(say.text("users.what"))
                .words("");
        deeds.forEach(deed ->
                table.row(List.of(moment(deed.at()), deed.who(), say.text("web.deed." + deed.deed()), deed.on())));
        return deeds.isEmpty() ? say.text("users.log.none") + "\n" : table.draw(ink);
    }

    private static String moment(Instant at) {
        return at.toString().substring(0, "2026-11-23T12:00".length()) + "Z";
    }
}
