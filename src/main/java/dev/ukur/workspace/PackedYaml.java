package dev.ukur.workspace;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.DataOutput;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The program's own YAML files as nodes, packed by the build: a parser that starts cold needs a tenth of a second for the
 * catalogue, reading its nodes a tenth of that. The packed form lies beside the YAML and is read by the build it came
 * with only, so it has no version.
 */
final class PackedYaml {

    private static final String ENDING = ".nodes";

    private PackedYaml() {}

    /**
     * Packs every YAML file below a folder. Called by the build.
     *
     * @param arguments the folder of the compiled classes
     * @throws IOException when a file cannot be read or written
     */
    public static void main(String[] arguments) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(Path.of(arguments[0]))) {
            files = all.filter(file -> file.toString().endsWith(".yaml")).toList();
        }
        for (Path file : files) {
            Optional<YamlNode> node = YamlParser.parse(file.toString(), Files.readString(file));
            if (node.isPresent()) {
                Path packed = file.resolveSibling(file.getFileName() + ENDING);
                try (DataOutputStream out = new DataOutputStream(Files.newOutputStream(packed))) {
                    write(node.get(), out);
                }
            }
        }
    }

    /** The nodes of a file on the class path, if the build packed it. */
    static Optional<YamlNode> find(String resource) {
        try (InputStream in = PackedYaml.class.getResourceAsStream(resource + ENDING)) {
            return in == null ? Optional.empty() : Optional.of(read(in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static YamlNode read(byte[] bytes) throws IOException {
        return read(new DataInputStream(new ByteArrayInputStream(bytes)));
    }

    private static YamlNode read(DataInputStream in) throws IOException {
        char kind = (char) in.readByte();
        int line = in.readShort();
        int column = in.readShort();
        if (kind == 's' || kind == '0') {
            byte[] text = in.readNBytes(in.readInt());
            return new YamlNode.Scalar(new String(text, StandardCharsets.UTF_8), kind == '0', line, column);
        }
        int count = in.readInt();
        if (kind == 'i') {
            List<YamlNode> items = new ArrayList<>(count);
            for (int i = 0; i < count; i++) {
                items.add(read(in));
            }
            return new YamlNode.Items(items, line, column);
        }
        List<YamlNode.Entry> entries = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            entries.add(new YamlNode.Entry(read(in), read(in)));
        }
        return new YamlNode.Entries(entries, line, column);
    }

    static void write(YamlNode node, DataOutput out) throws IOException {
        if (node instanceof YamlNode.Scalar scalar) {
            head(scalar.nothing() ? '0' : 's', node, out);
            byte[] text = scalar.text().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        } else if (node instanceof YamlNode.Items list) {
            head('i', node, out);
            out.writeInt(list.items().size());
            for (YamlNode item : list.items()) {
                write(item, out);
            }
        } else if (node instanceof YamlNode.Entries mapping) {
            head('e', node, out);
            out.writeInt(mapping.entries().size());
            for (YamlNode.Entry entry : mapping.entries()) {
                write(entry.key(), out);
                write(entry.value(), out);
            }
        }
    }

    private static void head(char kind, YamlNode node, DataOutput out) throws IOException {
        if (node.line() > Short.MAX_VALUE || node.column() > Short.MAX_VALUE) {
            throw new IOException("a file of the program is too long to pack: line " + node.line());
        }
        out.writeByte(kind);
        out.writeShort(node.line());
        out.writeShort(node.column());
    }
}
