package dev.ukur.house;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The script {@code ukur} in an unpacked distribution, with a Java that prints its arguments, one a line in angle
 * brackets, and ends with 7.
 */
class LauncherTest {

    private static final String TALKING_JAVA = """
            #!/bin/sh
            for word in "$@"; do printf '<%s>\\n' "$word"; done
            printf 'LC_CTYPE %s\\n' "${LC_CTYPE:-}"
            exit 7
            """;

    @TempDir
    Path place;

    private Path distribution;
    private Path java;

    /** What the launcher printed, and how it ended. */
    private record Run(int code, String out, String err) {}

    @BeforeEach
    void unpack_a_distribution_into_a_folder_with_a_space() throws IOException {
        assumeThat(Path.of("/bin/sh")).as("a POSIX shell").isExecutable();
        distribution = Files.createDirectories(place.resolve("a folder"));
        Files.createFile(Files.createDirectories(distribution.resolve("lib")).resolve("ukur.jar"));
        Files.copy(ProjectFiles.ROOT.resolve("ukur"), distribution.resolve("ukur"));
        executable(distribution.resolve("ukur"));
        java = jdk("jdk-17", "17.0.15");
    }

    @Test
    void arguments_come_through_untouched_and_the_exit_code_comes_back() throws Exception {
        Run run = run(java, "query", "a b", "*", "", "$HOME", "--where", "channel = 'Email'");
        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out())
                .contains("<-jar>\n<" + distribution + "/lib/ukur.jar>\n<query>\n<a b>\n<*>\n<>\n<$HOME>\n<--where>\n"
                        + "<channel = 'Email'>\n");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void a_symbolic_link_finds_the_distribution_it_points_to() throws Exception {
        Path link = Files.createSymbolicLink(place.resolve("my ukur"), Path.of("a folder/ukur"));
        assertThat(run(link, java, Map.of(), List.of("--version")).out())
                .contains("<" + distribution + "/lib/ukur.jar>\n<--version>");
    }

    @Test
    void short_commands_get_the_first_compiler_only_and_long_ones_both() throws Exception {
        assertThat(run(java, "-w", "import", "scorecard").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(run(java, "--help").out()).contains("<-XX:TieredStopAtLevel=1>");
        assertThat(run(java, "-w", "toko", "import", "x").out())
                .doesNotContain("TieredStopAtLevel")
                .contains("<-XX:Tier4InvocationThreshold=50000>");
        assertThat(run(java, "demo").out()).doesNotContain("TieredStopAtLevel");
    }

    @Test
    void a_java_that_is_too_old_is_passed_over() throws Exception {
        Path old = jdk("jdk-8", "1.8.0_402");
        Run run = runWithPath(old, java.resolve("bin"), List.of("--version"));
        assertThat(run.code()).isEqualTo(7);
        assertThat(run.out()).contains("<--version>");
    }

    @Test
    void a_locale_without_utf_8_is_given_one_for_file_names_and_a_good_one_is_left() throws Exception {
        Path ukur = distribution.resolve("ukur");
        assertThat(run(ukur, java, Map.of("LANG", "C"), List.of()).out()).contains("LC_CTYPE C.UTF-8");
        assertThat(run(ukur, java, Map.of("LC_ALL", "POSIX"), List.of()).out()).contains("LC_CTYPE C.UTF-8");
        assertThat(run(ukur, java, Map.of("LANG", "id_ID.UTF-8"), List.of()).out())
                .contains("LC_CTYPE \n");
    }

    @Test
    void options_of_the_environment_are_split_at_spaces() throws Exception {
        Run run = run(distribution.resolve("ukur"), java, Map.of("UKUR_JAVA_OPTS", "-Xmx2g -Da=b"), List.of("check"));
        assertThat(run.out()).contains("<-Xmx2g>\n<-Da=b>\n").contains("<check>");
    }

    private Path jdk(String name, String version) throws IOException {
        Path home = Files.createDirectories(place.resolve(name));
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"none\"\nJAVA_VERSION=\"" + version + "\"\n");
        Path program = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(program, TALKING_JAVA);
        executable(program);
        return home;
    }

    private static void executable(Path file) throws IOException {
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    private Run run(Path home, String... arguments) throws Exception {
        return run(distribution.resolve("ukur"), home, Map.of(), List.of(arguments));
    }

    private Run runWithPath(Path home, Path first, List<String> arguments) throws Exception {
        String path = first + ":" + System.getenv("PATH");
        return run(distribution.resolve("ukur"), home, Map.of("PATH", path), arguments);
    }

    private Run run(Path launcher, Path home, Map<String, String> environment, List<String> arguments)
            throws Exception {
        List<String> command = new ArrayList<>(List.of(launcher.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("LC_") || name.equals("LANG"));
        builder.environment().remove("UKUR_JAVA_OPTS");
        builder.environment().put("JAVA_HOME", home.toString());
        builder.environment().putAll(environment);
        Path out = place.resolve("out");
        Path err = place.resolve("err");
        Process process =
                builder.redirectOutput(out.toFile()).redirectError(err.toFile()).start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS))
                .as("the launcher ended")
                .isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }
}
