package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ukur.model.SourceProfile;
import dev.ukur.problem.Problem;
import dev.ukur.problem.Problems;
import dev.ukur.sources.ProfileCheck;
import dev.ukur.store.Store;
import dev.ukur.store.StoreSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SourceProfilesTest {

    @TempDir
    Path folder;

    @Test
    void built_in_profiles_and_channel_rules_are_read_without_a_problem_and_fit_the_canonical_tables() {
        Problems problems = new Problems();
        List<SourceProfile> profiles = SourceProfiles.builtIn(problems);
        ChannelRulesReader.builtIn(problems);
        assertThat(problems.list()).isEmpty();
        assertThat(profiles).hasSizeGreaterThanOrEqualTo(20);
        try (Store store = Store.open(new StoreSettings(folder, ZoneId.of("Asia/Jakarta"), Clock.systemUTC()))) {
            assertThat(new ProfileCheck(store.shapes()).check(profiles).list()).isEmpty();
        }
    }

    @Test
    void profiles_of_the_example_workspaces_are_read_without_a_problem() {
        Problems problems = new Problems();
        SourceProfiles.of(Path.of("examples/toko-shopee"), problems);
        SourceProfiles.of(Path.of("examples/situs-ga4"), problems);
        assertThat(problems.list()).isEmpty();
    }

    @Test
    void a_workspace_profile_appends_names_to_a_built_in_one_and_takes_its_place() throws IOException {
        own("ads.yaml", """
                extends: google_ads.ui.campaign
                aliases: {Cost: [Pengeluaran iklan]}
                """);
        SourceProfile profile = SourceProfiles.of(folder, new Problems()).stream()
                .filter(each -> each.name().equals("google_ads.ui.campaign"))
                .findFirst()
                .orElseThrow();
        assertThat(profile.detect().all().get(1).names()).contains("Cost", "Pengeluaran iklan");
    }

    @Test
    void an_unknown_key_is_told_at_its_line_and_column_with_the_nearest_name() throws IOException {
        assertThat(problems("""
                profile: x
                version: 1
                target: orders
                detekt: {all: [A]}
                detect: {all: [A]}
                """)).singleElement().satisfies(problem -> {
            assertThat(problem.code()).isEqualTo("yaml-unknown-key");
            assertThat(problem.at().toString()).endsWith("own.yaml:4:1");
            assertThat(problem.facts()).containsEntry("nearest", "detect");
        });
    }

    @Test
    void a_broken_pattern_and_an_unknown_type_are_told_at_their_places() throws IOException {
        assertThat(problems("""
                profile: x
                version: 1
                target: orders
                detect: {all: [A], preamble: ['(']}
                columns:
                  order_id: {from: A, type: idd}
                """).stream()
                        .map(problem -> problem.code() + " " + problem.at().line() + ":"
                                + problem.at().column())
                        .toList())
                .containsExactly("yaml-bad-pattern 4:31", "yaml-not-one-of 6:29");
    }

    @Test
    void a_column_the_table_does_not_have_is_told_with_the_nearest_one() throws IOException {
        own("own.yaml", """
                profile: x
                version: 1
                target: orders
                detect: {all: [A]}
                columns:
                  order_ix: {from: A, type: id}
                """);
        List<SourceProfile> profiles = SourceProfiles.of(folder, new Problems());
        try (Store store =
                Store.open(new StoreSettings(folder.resolve("store"), ZoneId.of("Asia/Jakarta"), Clock.systemUTC()))) {
            Optional<Problem> problem = new ProfileCheck(store.shapes())
                    .check(profiles).list().stream().findFirst();
            assertThat(problem.orElseThrow().code()).isEqualTo("profile-unknown-column");
            assertThat(problem.orElseThrow().facts()).containsEntry("nearest", "order_id");
            assertThat(problem.orElseThrow().at().toString()).contains("own.yaml:6");
        }
    }

    private List<Problem> problems(String yaml) throws IOException {
        own("own.yaml", yaml);
        Problems problems = new Problems();
        SourceProfiles.of(folder, problems);
        return problems.list();
    }

    private void own(String name, String yaml) throws IOException {
        Files.createDirectories(folder.resolve("sources"));
        Files.writeString(folder.resolve("sources").resolve(name), yaml);
    }
}
