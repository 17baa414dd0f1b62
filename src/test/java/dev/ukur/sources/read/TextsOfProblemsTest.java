package dev.ukur.sources.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TextsOfProblemsTest {

    private static final Pattern CODE =
            Pattern.compile("Problem\\.error\\(\\s*\"([a-z-]+)\"|\"(quote-unclosed|csv-broken)\"");

    @Test
    void every_problem_of_this_package_has_its_sentence_and_cure_in_both_languages() throws IOException {
        Set<String> keys = new TreeSet<>();
        try (Stream<Path> sources = Files.list(Path.of("src/main/java/dev/ukur/sources/read"))) {
            for (Path source : sources.toList()) {
                Matcher matcher = CODE.matcher(Files.readString(source));
                while (matcher.find()) {
                    String code = matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
                    keys.add("problem." + code);
                    keys.add("problem." + code + ".fix");
                }
            }
        }
        assertThat(keys).hasSizeGreaterThan(20);
        assertThat(texts("id").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
        assertThat(texts("en").stringPropertyNames()).containsExactlyInAnyOrderElementsOf(keys);
    }

    private static Properties texts(String language) throws IOException {
        String file = "/dev/ukur/i18n/" + language + "/sources-read.properties";
        try (InputStream bytes = Objects.requireNonNull(TextsOfProblemsTest.class.getResourceAsStream(file))) {
            Properties texts = new Properties();
            texts.load(new InputStreamReader(bytes, StandardCharsets.UTF_8));
            return texts;
        }
    }
}
