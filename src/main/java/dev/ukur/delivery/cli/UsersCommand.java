package dev.ukur.delivery.cli;

import dev.ukur.delivery.access.Access;
import dev.ukur.delivery.access.Grants;
import dev.ukur.delivery.access.Role;
import dev.ukur.delivery.access.Users;
import dev.ukur.delivery.report.json.AccessJson;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/**
 * {@code ukur users}: who may use the server of this folder. {@code invite NAME ROLE} gives a link, {@code add NAME ROLE} reads a
 * password from what is piped in, {@code role NAME ROLE} changes, {@code remove NAME} removes, {@code log} tells who did what.
 */
final class UsersCommand implements Command {

    private static final String WHO = "ukur users";
    private static final int DEEDS = 200;

    @Override
    public Shape shape() {
        return Shape.of("users")
                .operands("[invite|add|role|remove|log] [NAME] [ROLE]", 0, 3)
                .option("--on", "WORKSPACE")
                .formats("table", "json");
    }

    /** It works on a file of its own, beside a running server. */
    @Override
    public boolean asksWorkspace() {
        return false;
    }

    @Override
    public int run(Call call) {
        List<String> words = call.arguments().operands();
        Users users = Users.of(call.folder(), Clock.systemUTC());
        String deed = words.isEmpty() ? "list" : words.get(0);
        switch (deed) {
            case "list" -> list(call, users.access());
            case "log" -> log(call, users);
            case "invite" -> invite(call, users);
            case "add" -> users.add(name(words), grants(call), password(call));
            case "role" -> users.grant(name(words), on(call), role(words), WHO);
            case "remove" -> users.remove(name(words), WHO);
            default -> throw unclear();
        }
        if (List.of("add", "role", "remove").contains(deed)) {
            list(call, users.access());
        }
        return Exit.DONE;
    }

    private void list(Call call, Access access) {
        if (call.format(shape()).equals("json")) {
            call.printLine(AccessJson.users(access));
        } else {
            call.print(call.access().users(access));
        }
    }

    private void log(Call call, Users users) {
        if (call.format(shape()).equals("json")) {
            call.printLine(AccessJson.log(users.audit().last(DEEDS)));
        } else {
            call.print(call.access().log(users.audit().last(DEEDS)));
        }
    }

    private void invite(Call call, Users users) {
        List<String> words = call.arguments().operands();
        String name = name(words);
        boolean isThere = users.access().user(Users.folded(name)).isPresent();
        Grants grants = isThere && words.size() < 3 ? Grants.NONE : grants(call);
        String path = "account/join/" + users.invite(name, grants, WHO);
        String link =
                RunningServer.near(call.folder()).map(RunningServer::address).orElse("/") + path;
        if (call.format(shape()).equals("json")) {
            call.printLine(AccessJson.secret("link", link));
        } else {
            call.printLine(link);
            call.progress(call.say().text("users.link"));
        }
    }

    private static Grants grants(Call call) {
        return Grants.of(on(call), role(call.arguments().operands()));
    }

    private static String on(Call call) {
        return call.arguments().value("--on").orElse(Grants.EVERYWHERE);
    }

    private static String name(List<String> words) {
        if (words.size() < 2) {
            throw unclear();
        }
        return words.get(1);
    }

    private static Role role(List<String> words) {
        if (words.size() < 3) {
            throw unclear();
        }
        String word = words.get(2);
        return Role.of(word)
                .orElseThrow(() -> new ProblemException(Problem.error("role-unknown", Location.nowhere())
                        .with("role", word)
                        .with("roles", Role.words())));
    }

    /** The first line piped in: a password among the arguments would be seen by every user of the machine. */
    private static String password(Call call) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(call.input(), StandardCharsets.UTF_8));
            return Optional.ofNullable(in.readLine()).orElse("");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static ProblemException unclear() {
        return new ProblemException(Problem.error("users-unclear", Location.nowhere()));
    }
}
