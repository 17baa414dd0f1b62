package dev.ukur.i18n;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeSet;

/** The texts of one language; a stage's file is read when a key is looked for that the files before it do not hold. */
final class Texts {

    private final Language language;
    private final List<Properties> read = new ArrayList<>();

    Texts(Language language) {
        this.language = language;
    }

    /** The text of a key, or empty when no stage has it. */
    synchronized Optional<String> find(String key) {
        for (int i = 0; i < Stage.values().length; i++) {
            if (i == read.size()) {
                read.add(load(Stage.values()[i]));
            }
            String text = read.get(i).getProperty(key);
            if (text != null) {
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    /** The keys of one stage, in order of the alphabet; none when the stage has no file. */
    TreeSet<String> keys(Stage stage) {
        return new TreeSet<>(load(stage).stringPropertyNames());
    }

    private Properties load(Stage stage) {
        Properties properties = new Properties();
        try (InputStream in = Texts.class.getResourceAsStream(stage.file(language))) {
            if (in != null) {
                properties.load(new InputStreamReader(in, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("texts of " + stage, e);
        }
        return properties;
    }
}
