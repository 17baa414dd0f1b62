package dev.ukur.delivery.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.Ukur;
import dev.ukur.problem.Problem;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Goals edited and reviewed by forms, as a browser sends them. */
class GoalFormsTest {

    private static final String GOALS = """
            # what we want this year
            goals:
              grow:
                goal: Sell to more people # said the owner
                kpi: {metric: orders, owner: Ayu, cadence: monthly}
            """;

    @TempDir
    Path folder;

    private ServedShop shop;

    @BeforeEach
    void open() throws IOException {
        Ukur.init(folder, "en");
        Files.writeString(folder.resolve("goals.yaml"), GOALS);
        shop = ServedShop.over(folder);
    }

    @AfterEach
    void close() {
        shop.close();
    }

    @Test
    void what_is_saved_is_what_was_typed_with_its_comments() throws IOException {
        String typed = GOALS.replace("Ayu", "Budi").replace("\n", "\r\n");
        assertThat(edit("save", GOALS, typed).statusCode()).isEqualTo(303);
        assertThat(written()).isEqualTo(GOALS.replace("Ayu", "Budi"));
        assertThat(shop.get("/goals").body()).contains("owner: Budi");
    }

    @Test
    void a_text_that_would_be_wrong_is_told_and_neither_written_nor_lost() throws IOException {
        HttpResponse<String> refused = edit("save", GOALS, GOALS.replace("kpi:", "kpy:"));
        assertThat(refused.statusCode()).isBetween(400, 499);
        assertThat(refused.body()).contains("kpy: {metric", "goals.yaml:5:");
        assertThat(written()).isEqualTo(GOALS);
    }

    @Test
    void a_file_that_changed_since_it_was_opened_is_not_written_over() throws IOException {
        Files.writeString(folder.resolve("goals.yaml"), GOALS + "# by another hand\n");
        HttpResponse<String> refused = edit("save", GOALS, GOALS.replace("Ayu", "Budi"));
        assertThat(refused.body()).contains("goals-changed-meanwhile");
        assertThat(written()).contains("# by another hand").doesNotContain("Budi");
    }

    @Test
    void checking_tells_what_the_lint_would_say_and_writes_nothing() throws IOException {
        String vain = GOALS.replace("metric: orders", "metric: page_views");
        assertThat(edit("check", GOALS, vain).body()).contains("kpi-vanity");
        HttpResponse<String> live = send("/goals/lint", "text", vain);
        assertThat(live.body()).contains("kpi-vanity").doesNotContain("<html");
        assertThat(shop.ukur().goals().lint(GOALS))
                .extracting(Problem::code)
                .noneMatch(code -> code.contains("vanity"));
        assertThat(written()).isEqualTo(GOALS);
    }

    @Test
    void a_proposal_nobody_made_is_refused_and_a_form_without_its_token_too() throws IOException {
        assertThat(send("/goals/add", "name", "nothing").body()).contains("nothing");
        HttpResponse<String> foreign = shop.send(shop.at("/goals")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("do=save&seen=" + encoded(GOALS) + "&text=none")));
        assertThat(foreign.body()).contains("web-token");
        assertThat(written()).isEqualTo(GOALS);
    }

    @Test
    void a_goal_given_up_stays_as_a_comment_with_the_reason_in_one_line_and_its_history_in_the_ledger()
            throws IOException {
        assertThat(send("/goals/retire", "goal", "grow", "reason", " ").body()).contains("goal-reason-missing");
        assertThat(send("/goals/retire", "goal", "nothing", "reason", "too dear")
                        .body())
                .contains("nothing");
        assertThat(written()).isEqualTo(GOALS);
        assertThat(shop.get("/goals").body()).contains("action=\"/goals/retire\"", "value=\"grow\"");
        assertThat(send("/goals/retire", "goal", "grow", "reason", "too\ngoals: {evil: 1}\n dear")
                        .statusCode())
                .isEqualTo(303);
        assertThat(written()).contains("too goals: {evil: 1} dear", "# what we want this year");
        assertThat(shop.ukur().goals().all()).isEmpty();
        assertThat(shop.ukur().ledger().toString()).contains("GoalRetired");
        assertThat(shop.get("/goals").body()).doesNotContain("action=\"/goals/retire\"");
    }

    private HttpResponse<String> edit(String what, String seen, String text) {
        return send("/goals", "do", what, "seen", seen, "text", text);
    }

    /** A form with the token that the page carries. */
    private HttpResponse<String> send(String path, String... fields) {
        String page = shop.get("/goals").body();
        String token = page.replaceAll("(?s).*?name=\"token\" value=\"([^\"]+)\".*", "$1");
        String[] all = Arrays.copyOf(fields, fields.length + 2);
        all[fields.length] = "token";
        all[fields.length + 1] = token;
        String body = java.util.stream.IntStream.range(0, all.length / 2)
                .mapToObj(i -> all[2 * i] + "=" + encoded(all[2 * i + 1]))
                .collect(Collectors.joining("&"));
        return shop.send(shop.at(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(body)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    private String written() throws IOException {
        return Files.readString(folder.resolve("goals.yaml"));
    }
}
