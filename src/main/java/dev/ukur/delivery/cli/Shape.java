package dev.ukur.delivery.cli;

import java.util.ArrayList;
import java.util.List;

/** What a command may be given: its operands, options and formats. The parser and the help read it. */
final class Shape {

    static final int MANY = Integer.MAX_VALUE;

    private static final List<Option> GLOBAL = List.of(
            new Option(List.of("-w", "--workspace"), "DIR"),
            new Option(List.of("--lang"), "id|en"),
            new Option(List.of("--no-color"), ""),
            new Option(List.of("--quiet"), ""),
            new Option(List.of("-h", "--help"), ""));

    private final String name;
    private final List<Option> options = new ArrayList<>();
    private List<String> formats = List.of("table");
    private String operands = "";
    private int least;
    private int most;

    /**
     * An option.
     *
     * @param names all spellings, the long one last
     * @param value what follows it; empty for a switch
     */
    record Option(List<String> names, String value) {

        String longName() {
            return names.get(names.size() - 1);
        }

        boolean isSwitch() {
            return value.isEmpty();
        }

        /** The key of its help text. */
        String key() {
            return "cli.option." + longName().substring(2);
        }
    }

    private Shape(String name) {
        this.name = name;
    }

    /** A command without operands and options of its own. */
    static Shape of(String name) {
        return new Shape(name);
    }

    /** The operands as the help shows them, and how many there must be. */
    Shape operands(String shown, int fewest, int greatest) {
        operands = shown;
        least = fewest;
        most = greatest;
        return this;
    }

    /** One more option with a value. */
    Shape option(String option, String value) {
        options.add(new Option(List.of(option), value));
        return this;
    }

    /** One more switch. */
    Shape flag(String option) {
        options.add(new Option(List.of(option), ""));
        return this;
    }

    /** The forms its answer can take, the usual one first. */
    Shape formats(String... names) {
        formats = List.of(names);
        return this;
    }

    String name() {
        return name;
    }

    String operands() {
        return operands;
    }

    int least() {
        return least;
    }

    int most() {
        return most;
    }

    List<String> formats() {
        return formats;
    }

    /** The options of this command alone. */
    List<Option> own() {
        return List.copyOf(options);
    }

    /** The options of every command. */
    List<Option> global() {
        List<Option> all = new ArrayList<>(GLOBAL);
        all.add(2, new Option(List.of("--format"), String.join("|", formats)));
        return all;
    }
}
