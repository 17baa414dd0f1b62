package dev.ukur.delivery.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.ukur.problem.ProblemException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is let in, what they may do, and what is left of it on the disk. */
class UsersTest {

    private static final String PASSWORD = "kopi-tubruk-pagi";

    @TempDir
    Path served;

    private final MovableClock clock = MovableClock.standing();

    @Test
    void the_first_owner_comes_in_by_a_link_that_works_once() {
        Users users = users();
        String code = users.inviteFirstOwner().orElseThrow();
        assertThat(users.join(code, " Sari@Toko.id ", PASSWORD)).isEqualTo("sari@toko.id");
        assertThat(users.knows("SARI@toko.id", PASSWORD)).isTrue();
        assertThat(users.knows("sari@toko.id", PASSWORD + "x")).isFalse();
        assertThat(users.knows("nobody", PASSWORD)).isFalse();
        assertThat(grants("sari@toko.id").allow(Right.MANAGE, "any")).isTrue();
        assertThat(users.inviteFirstOwner()).isEmpty();
        refused("invitation-gone", () -> users.join(code, "budi", PASSWORD));
    }

    @Test
    void an_invitation_ends_after_a_week() {
        Users users = users();
        String code = users.invite("budi", Grants.of("toko", Role.VIEWER), "sari");
        clock.pass(Duration.ofDays(8));
        refused("invitation-gone", () -> users.join(code, "", PASSWORD));
    }

    @Test
    void a_newer_invitation_makes_an_older_one_worthless_and_gives_a_new_password() {
        Users users = users();
        users.add("budi", Grants.of("toko", Role.VIEWER), PASSWORD);
        String first = users.invite("budi", grants("budi"), "sari");
        String second = users.invite("budi", grants("budi"), "sari");
        refused("invitation-gone", () -> users.join(first, "", "teh-melati-sore"));
        users.join(second, "ignored", "teh-melati-sore");
        assertThat(users.knows("budi", "teh-melati-sore")).isTrue();
        assertThat(users.knows("budi", PASSWORD)).isFalse();
        assertThat(users.access().user("ignored")).isEmpty();
    }

    @Test
    void a_new_password_brings_back_no_role_that_was_taken_since() {
        Users users = users();
        users.add("budi", Grants.of("toko", Role.OWNER), PASSWORD);
        String code = users.invite("budi", Grants.of("toko", Role.OWNER), "sari");
        users.grant("budi", "toko", Role.VIEWER, "sari");
        users.join(code, "", "teh-melati-sore");
        assertThat(grants("budi").allow(Right.VIEW, "toko")).isTrue();
        assertThat(grants("budi").allow(Right.MANAGE, "toko")).isFalse();
    }

    @Test
    void weak_passwords_and_odd_names_are_refused() {
        Users users = users();
        for (String weak : List.of("short", "aaaaaaaaaaaa", "budi-is-here")) {
            refused("password-weak", () -> users.add("budi", Grants.NONE, weak));
        }
        for (String name : List.of("", "a", "a b", "<b>", "a/../b", "x".repeat(90))) {
            refused("user-name", () -> users.add(name, Grants.NONE, PASSWORD));
        }
        users.add("budi", Grants.NONE, PASSWORD);
        refused("user-there", () -> users.add("Budi", Grants.NONE, PASSWORD));
    }

    @Test
    void a_password_that_guessers_try_first_is_refused_however_it_is_dressed() {
        Users users = users();
        for (String guess : List.of(
                "password12",
                "P@ssw0rd2026!",
                "Rahasia_12345",
                "123-Indonesia-123",
                "qwertyuiop",
                "zxcvbnm,.asdf",
                "0987654321",
                "31121990-1945",
                "dragondragon",
                "abcabcabcd12",
                "S4y4ngku1999",
                "ukurukur2026",
                "Sari.Toko2026",
                "toko-id-sari",
                "sari@toko.id!")) {
            refused("password-weak", () -> users.add("sari@toko.id", Grants.NONE, guess));
        }
        for (String fine : List.of("teh-melati-sore", "dragon monkey shadow", "kJ7#vq2Lw9", "hujan di bulan juni")) {
            assertThat(Guess.isNear(fine, "sari@toko.id")).as(fine).isFalse();
        }
    }

    @Test
    void somebody_can_always_manage() {
        Users users = users();
        users.add("sari", Grants.of(Grants.EVERYWHERE, Role.OWNER), PASSWORD);
        users.add("budi", Grants.of("toko", Role.OWNER), PASSWORD);
        refused("last-owner", () -> users.remove("sari", "sari"));
        refused("last-owner", () -> users.grant("sari", Grants.EVERYWHERE, Role.VIEWER, "sari"));
        users.grant("budi", Grants.EVERYWHERE, Role.OWNER, "sari");
        users.remove("sari", "budi");
        refused("user-unknown", () -> users.remove("sari", "budi"));
    }

    @Test
    void a_role_on_one_workspace_gives_nothing_on_another_and_goes_before_the_one_everywhere() {
        Grants one = Grants.of("toko", Role.ANALYST);
        assertThat(one.allow(Right.IMPORT, "toko")).isTrue();
        assertThat(one.allow(Right.MANAGE, "toko")).isFalse();
        assertThat(one.allow(Right.VIEW, "kopi")).isFalse();
        Grants both = Grants.of(Grants.EVERYWHERE, Role.OWNER).with("toko", Role.VIEWER);
        assertThat(both.allow(Right.IMPORT, "toko")).isFalse();
        assertThat(both.allow(Right.IMPORT, "kopi")).isTrue();
    }

    @Test
    void nothing_on_the_disk_tells_a_secret_and_only_the_owner_can_read_it() throws IOException {
        Users users = users();
        String code = users.invite("sari", Grants.of(Grants.EVERYWHERE, Role.OWNER), "ukur");
        users.join(code, "", PASSWORD);
        String invitation = users.invite("budi", Grants.NONE, "sari");
        String token = users.passes().token("sari", wanted(), "sari");
        String link = users.passes().link("toko", "/", "sari", Duration.ofDays(1));
        Path folder = served.resolve(".ukur/access");
        StringBuilder all = new StringBuilder();
        for (String file : List.of("users.json", "audit.jsonl")) {
            all.append(Files.readString(folder.resolve(file)));
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(file))))
                    .isEqualTo("rw-------");
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder)))
                .isEqualTo("rwx------");
        assertThat(all.toString())
                .contains("$argon2id$v=19$m=47104,t=1,p=1$")
                .doesNotContain(PASSWORD, code, invitation, token, link, token.substring(5));
    }

    @Test
    void tokens_and_links_end_with_their_time_and_with_their_user() {
        Users users = users();
        users.add("sari", Grants.of(Grants.EVERYWHERE, Role.OWNER), PASSWORD);
        users.add("budi", Grants.of("toko", Role.ANALYST), PASSWORD);
        Passes passes = users.passes();
        String token = passes.token("budi", wanted(), "budi");
        String link = passes.link("toko", "/", "budi", Duration.ofDays(2));
        assertThat(passes.token(token)).get().extracting(Token::user).isEqualTo("budi");
        assertThat(passes.token(token + "x")).isEmpty();
        clock.pass(Duration.ofDays(3));
        assertThat(passes.link(link)).isEmpty();
        assertThat(passes.token(token)).isPresent();
        users.remove("budi", "sari");
        assertThat(passes.token(token)).isEmpty();
    }

    @Test
    void two_that_write_at_once_lose_nothing() {
        IntStream.range(0, 40).parallel().forEach(number -> users().invite("user" + number, Grants.NONE, "sari"));
        assertThat(users().access().invitations()).hasSize(40);
    }

    @Test
    void a_file_that_cannot_be_read_lets_nobody_in_and_says_so() throws IOException {
        Users users = users();
        users.add("sari", Grants.NONE, PASSWORD);
        Files.writeString(served.resolve(".ukur/access/users.json"), "{");
        refused("access-unreadable", () -> users.knows("sari", PASSWORD));
    }

    @Test
    void what_was_done_is_told_newest_first() {
        Users users = users();
        users.add("sari", Grants.of(Grants.EVERYWHERE, Role.OWNER), PASSWORD);
        users.invite("budi", Grants.NONE, "sari");
        users.remove("budi", "sari");
        assertThat(users.audit().last(2))
                .extracting(Audit.Deed::who, Audit.Deed::deed, Audit.Deed::on)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("sari", "removed", "budi"),
                        org.assertj.core.groups.Tuple.tuple("sari", "invited", "budi"));
    }

    @Test
    void a_sign_in_ends_when_idle_and_after_a_week_at_most() {
        SignIns signIns = new SignIns(clock);
        String code = signIns.begin("sari");
        for (int hours = 0; hours < 7 * 24 - 8; hours += 7) {
            clock.pass(Duration.ofHours(7));
            assertThat(signIns.of(code)).get().extracting(SignIns.SignIn::user).isEqualTo("sari");
        }
        clock.pass(Duration.ofHours(7));
        assertThat(signIns.of(code)).isEmpty();

        String idle = signIns.begin("sari");
        clock.pass(SignIns.IDLE);
        assertThat(signIns.of(idle)).isEmpty();
    }

    @Test
    void guessing_gets_slower_and_a_right_answer_forgives() {
        Patience patience = new Patience(clock, 5);
        for (int attempt = 0; attempt < 5; attempt++) {
            assertThat(patience.attempt("sari")).isZero();
        }
        assertThat(patience.attempt("sari")).isEqualTo(Duration.ofSeconds(1));
        assertThat(patience.attempt("budi")).isZero();
        clock.pass(Duration.ofSeconds(1));
        assertThat(patience.attempt("sari")).isZero();
        assertThat(patience.attempt("sari")).isEqualTo(Duration.ofSeconds(2));
        patience.forgive("sari");
        assertThat(patience.attempt("sari")).isZero();
    }

    @Test
    void an_allowance_comes_back_with_time() {
        Allowance allowance = new Allowance(clock, 3, 2);
        assertThat(IntStream.range(0, 5).filter(one -> allowance.take("a")).count())
                .isEqualTo(3);
        assertThat(allowance.take("b")).isTrue();
        clock.pass(Duration.ofMillis(500));
        assertThat(allowance.take("a")).isTrue();
        assertThat(allowance.take("a")).isFalse();
    }

    private static Passes.Wanted wanted() {
        return new Passes.Wanted("nightly import", Set.of(Right.IMPORT), Duration.ofDays(90));
    }

    private Grants grants(String user) {
        return users().access().user(user).orElseThrow().grants();
    }

    private Users users() {
        return Users.of(served, clock);
    }

    private static void refused(String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable call) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problems().get(0).code()).isEqualTo(code));
    }
}
