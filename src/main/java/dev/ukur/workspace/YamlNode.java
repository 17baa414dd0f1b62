package dev.ukur.workspace;

import java.util.List;

/** A piece of a YAML file with the place where it begins: what the readers know of YAML. */
sealed interface YamlNode {

    /** The line, from 1; 0 when unknown. */
    int line();

    /** The column, from 1; 0 when unknown. */
    int column();

    /**
     * One value as written.
     *
     * @param nothing whether it stands for no value ({@code ~}, {@code null} or nothing at all)
     */
    record Scalar(String text, boolean nothing, int line, int column) implements YamlNode {}

    /** A list. */
    record Items(List<YamlNode> items, int line, int column) implements YamlNode {

        public Items {
            items = List.copyOf(items);
        }
    }

    /** A mapping as written: keys of any kind, repeated ones too. */
    record Entries(List<Entry> entries, int line, int column) implements YamlNode {

        public Entries {
            entries = List.copyOf(entries);
        }
    }

    /** A key and its value. */
    record Entry(YamlNode key, YamlNode value) {}
}
