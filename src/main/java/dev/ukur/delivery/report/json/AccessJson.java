package dev.ukur.delivery.report.json;

import dev.ukur.delivery.access.Access;
import dev.ukur.delivery.access.Audit;
import dev.ukur.delivery.access.Right;
import java.util.List;

/** Users, tokens and the log of a server as JSON; no secret and no hash is in it. */
public final class AccessJson {

    private AccessJson() {}

    /** {@code {"users":[{"name","roles":{...},"since"}],"invitations":[{"name","roles","by","until"}]}}. */
    public static String users(Access access) {
        return Json.object(json -> json.array(
                        "users",
                        access.users(),
                        (one, user) -> one.put("name", user.name())
                                .put("roles", user.grants().words())
                                .put("since", user.since()))
                .array(
                        "invitations",
                        access.invitations(),
                        (one, invitation) -> one.put("name", invitation.user())
                                .put("roles", invitation.grants().words())
                                .put("by", invitation.by())
                                .put("until", invitation.until())));
    }

    /** {@code {"tokens":[{"id","user","label","scopes":[...],"made","until"}]}}. */
    public static String tokens(Access access) {
        return Json.object(json -> json.array(
                "tokens",
                access.tokens(),
                (one, token) -> one.put("id", token.id())
                        .put("user", token.user())
                        .put("label", token.label())
                        .put(
                                "scopes",
                                token.scopes().stream()
                                        .sorted()
                                        .map(Right::word)
                                        .toList())
                        .put("made", token.made())
                        .put("until", token.until())));
    }

    /** {@code {"log":[{"at","who","deed","on"}]}}, newest first. */
    public static String log(List<Audit.Deed> deeds) {
        return Json.object(json -> json.array(
                "log",
                deeds,
                (one, deed) -> one.put("at", deed.at())
                        .put("who", deed.who())
                        .put("deed", deed.deed())
                        .put("on", deed.on())));
    }

    /** {@code {"link":"..."}} or {@code {"token":"..."}}: a secret, told once. */
    public static String secret(String kind, String secret) {
        return Json.object(json -> json.put(kind, secret));
    }
}
