package dev.ukur.delivery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.delivery.access.Users;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ukur users} and {@code ukur tokens}, as a person or a script calls them. */
class UsersCommandTest {

    private static final String PASSWORD = "kopi-tubruk-pagi";

    @TempDir
    private Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void a_user_is_added_with_a_password_piped_in_and_gets_another_role() {
        assertThat(run(PASSWORD, "users", "add", "Sari@toko.id", "owner")).isZero();
        assertThat(users().knows("sari@toko.id", PASSWORD)).isTrue();
        assertThat(run(PASSWORD, "users", "add", "budi", "viewer", "--on", "toko"))
                .isZero();
        assertThat(run("", "users", "role", "budi", "analyst", "--on", "kopi")).isZero();
        assertThat(text(out)).contains("budi", "analyst (kopi), viewer (toko)").doesNotContain("argon2", PASSWORD);
        assertThat(run("", "users", "remove", "budi", "--format", "json")).isZero();
        assertThat(text(out)).contains("{\"users\":[{\"name\":\"sari@toko.id\",\"roles\":{\"*\":\"owner\"},\"since\":");
        assertThat(run("", "users", "log", "--lang", "en")).isZero();
        assertThat(text(out)).contains("ukur users  removed       budi");
    }

    @Test
    void an_invitation_is_a_link_and_a_user_who_is_there_keeps_the_roles() {
        run(PASSWORD, "users", "add", "sari", "owner");
        assertThat(run("", "users", "invite", "budi", "viewer")).isZero();
        String code = text(out).strip().replace("/account/join/", "");
        assertThat(users().join(code, "", PASSWORD)).isEqualTo("budi");
        assertThat(run("", "users", "invite", "sari")).isZero();
        String again = text(out).strip().replace("/account/join/", "");
        users().join(again, "", "teh-melati-sore");
        assertThat(users().access().hasOwner()).isTrue();
        assertThat(users().knows("sari", "teh-melati-sore")).isTrue();
    }

    @Test
    void a_token_is_shown_once_and_listed_without_its_secret() {
        run(PASSWORD, "users", "add", "sari", "owner");
        assertThat(run("", "tokens", "add", "sari", "--scope", "view,import", "--label", "nightly", "--days", "5"))
                .isZero();
        String secret = text(out).strip();
        assertThat(secret).startsWith("ukur_");
        String id = users().passes().token(secret).orElseThrow().id();
        assertThat(run("", "tokens")).isZero();
        assertThat(text(out)).contains(id, "view,import", "nightly").doesNotContain(secret);
        assertThat(run("", "tokens", "remove", id)).isZero();
        assertThat(users().passes().token(secret)).isEmpty();
    }

    @Test
    void what_is_unclear_is_told_in_both_languages() {
        for (String call : new String[] {
            "users add", "users fly", "users role budi owner", "users add budi king", "users remove budi",
            "tokens add ghost", "tokens add ghost --scope fly", "tokens add ghost --days x", "tokens remove x",
                    "tokens add"
        }) {
            assertThat(run(PASSWORD, call.split(" "))).as(call).isEqualTo(2);
            assertThat(text(err)).as(call).isNotEmpty().doesNotContain("problem.", "{");
        }
        assertThat(run("short", "users", "add", "budi", "viewer", "--lang", "en"))
                .isEqualTo(2);
        assertThat(text(err)).contains("too easy to guess", "at least 10");
    }

    private Users users() {
        return Users.of(folder, Clock.systemUTC());
    }

    private int run(String typed, String... words) {
        out.reset();
        err.reset();
        ByteArrayInputStream in = new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8));
        Console console = new Console(new PrintStream(out), new PrintStream(err), Map.of(), folder, in);
        int exit = Main.run(words, console, new LocalProgram());
        console.out().flush();
        console.err().flush();
        return exit;
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
