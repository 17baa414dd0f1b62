package dev.ukur.i18n;

import dev.ukur.problem.Problem;
import java.util.Map;
import java.util.Optional;

/**
 * What the program says in one language. A text may name facts in braces, {@code {file}}, with a way of writing where the
 * value alone does not tell it: {@code {rate:share}}, {@code {sum:money}}, {@code {due:day}}, {@code {year:plain}}. A key
 * that exists only as {@code key.one} and {@code key.other} is chosen by the fact {@code count}.
 */
public final class Messages {

    private final Language language;
    private final Texts texts;
    private final Formats formats;

    private Messages(Language language, Texts texts, Formats formats) {
        this.language = language;
        this.texts = texts;
        this.formats = formats;
    }

    /** The texts of a language, with money in Rupiah. */
    public static Messages of(Language language) {
        return new Messages(language, new Texts(language), Formats.of(language, "IDR"));
    }

    /** The same texts, with money in another currency, as ISO 4217 code. */
    public Messages withCurrency(String currency) {
        return new Messages(language, texts, Formats.of(language, currency));
    }

    /** The language spoken. */
    public Language language() {
        return language;
    }

    /** How values are written in it. */
    public Formats formats() {
        return formats;
    }

    /** Whether there is a text for a key. */
    public boolean knows(String key) {
        return texts.find(key).isPresent();
    }

    /** The text of a key; the key itself when there is none, so that a gap is seen. */
    public String text(String key) {
        return text(key, Map.of());
    }

    /** The text of a key with one fact. */
    public String text(String key, String fact, Object value) {
        return text(key, Map.of(fact, value));
    }

    /** The text of a key with its facts; a fact that is not given stays in braces. */
    public String text(String key, Map<String, ?> facts) {
        return template(key, facts)
                .map(template -> new Template(template).fill(facts, formats))
                .orElse(key);
    }

    /** What is wrong, in a sentence. */
    public String sentence(Problem problem) {
        return text("problem." + problem.code(), problem.facts());
    }

    /** How to mend it, or empty when there is no general cure. */
    public Optional<String> fix(Problem problem) {
        String key = "problem." + problem.code() + ".fix";
        return knows(key) ? Optional.of(text(key, problem.facts())) : Optional.empty();
    }

    private Optional<String> template(String key, Map<String, ?> facts) {
        Optional<String> plain = texts.find(key);
        if (plain.isPresent() || !(facts.get("count") instanceof Number count)) {
            return plain;
        }
        return texts.find(key + (count.doubleValue() == 1 ? ".one" : ".other"));
    }
}
