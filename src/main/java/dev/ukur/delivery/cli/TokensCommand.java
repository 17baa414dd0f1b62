package dev.ukur.delivery.cli;

import dev.ukur.delivery.access.Passes;
import dev.ukur.delivery.access.Right;
import dev.ukur.delivery.access.Users;
import dev.ukur.delivery.report.json.AccessJson;
import dev.ukur.problem.Location;
import dev.ukur.problem.Problem;
import dev.ukur.problem.ProblemException;
import java.time.Clock;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** {@code ukur tokens}: with what programs call the API; {@code add USER} makes one, {@code remove ID} ends one. */
final class TokensCommand implements Command {

    private static final String WHO = "ukur tokens";
    private static final int USUAL_DAYS = 90;
    private static final int MOST_DAYS = 3660;

    @Override
    public Shape shape() {
        return Shape.of("tokens")
                .operands("[add|remove] [USER|ID]", 0, 2)
                .option("--scope", String.join(",", Right.words()))
                .option("--label", "TEXT")
                .option("--days", "N")
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
        if (words.size() == 2 && words.get(0).equals("add")) {
            add(call, users, words.get(1));
        } else if (words.size() == 2 && words.get(0).equals("remove")) {
            users.passes().endToken(words.get(1), WHO);
            list(call, users);
        } else if (words.isEmpty()) {
            list(call, users);
        } else {
            throw new ProblemException(Problem.error("tokens-unclear", Location.nowhere()));
        }
        return Exit.DONE;
    }

    private void add(Call call, Users users, String user) {
        Passes.Wanted wanted = new Passes.Wanted(
                call.arguments().value("--label").orElse("API"), scopes(call.arguments()), lasting(call.arguments()));
        String secret = users.passes().token(user, wanted, WHO);
        if (call.format(shape()).equals("json")) {
            call.printLine(AccessJson.secret("token", secret));
        } else {
            call.printLine(secret);
            call.progress(call.say().text("tokens.once"));
        }
    }

    private void list(Call call, Users users) {
        if (call.format(shape()).equals("json")) {
            call.printLine(AccessJson.tokens(users.access()));
        } else {
            call.print(call.access().tokens(users.access()));
        }
    }

    private static Set<Right> scopes(Arguments arguments) {
        Set<Right> scopes = EnumSet.noneOf(Right.class);
        for (String word : arguments.value("--scope").orElse(Right.VIEW.word()).split(",")) {
            scopes.add(Right.scope(word.strip())
                    .orElseThrow(() -> refused("--scope", word, String.join(", ", Right.words()))));
        }
        return scopes;
    }

    private static Duration lasting(Arguments arguments) {
        String text = arguments.value("--days").orElse(String.valueOf(USUAL_DAYS));
        int days = text.matches("\\d{1,4}") ? Integer.parseInt(text) : 0;
        if (days < 1 || days > MOST_DAYS) {
            throw refused("--days", text, "1.." + MOST_DAYS);
        }
        return Duration.ofDays(days);
    }

    private static ProblemException refused(String option, String value, String allowed) {
        return new ProblemException(Problem.error("option-value", Location.nowhere())
                .with("option", option)
                .with("value", value)
                .with("allowed", allowed));
    }
}
