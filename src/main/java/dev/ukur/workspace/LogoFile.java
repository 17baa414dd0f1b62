package dev.ukur.workspace;

import dev.ukur.model.Appearance.Logo;
import dev.ukur.problem.Problem;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * A logo that lies in the workspace's folder itself: a small PNG, or an SVG that draws and does nothing else. It is shown to everybody who
 * sees a page, so one that runs a script, fetches something or holds a web page is refused.
 */
final class LogoFile {

    private static final String NAME = "(?i)[a-z0-9][a-z0-9._-]*\\.(svg|png)";
    private static final int MOST_BYTES = 100_000;
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    /** Elements of it are alive also inside a drawing; those of drawing programs are not. */
    private static final String XHTML = "http://www.w3.org/1999/xhtml";

    private static final Set<String> NOT_DRAWN =
            Set.of("script", "foreignobject", "iframe", "embed", "object", "audio", "video", "handler", "listener");

    private LogoFile() {}

    static boolean isPicture(Path file) {
        return file.getFileName().toString().matches(NAME);
    }

    static Optional<Logo> read(YamlValue value, Path folder) {
        return value.text().flatMap(name -> {
            String wrong = wrongName(name, folder);
            if (!wrong.isEmpty()) {
                return refused(value, wrong, name);
            }
            try {
                byte[] bytes = Files.readAllBytes(folder.resolve(name));
                boolean svg = name.toLowerCase(Locale.ROOT).endsWith(".svg");
                if (svg ? !isDrawing(bytes) : !isPng(bytes)) {
                    return refused(value, svg ? "logo-svg" : "logo-png", name);
                }
                String type = svg ? "image/svg+xml" : "image/png";
                return Optional.of(new Logo(type, Base64.getEncoder().encodeToString(bytes)));
            } catch (IOException e) {
                return refused(value, "logo-missing", name);
            }
        });
    }

    private static String wrongName(String name, Path folder) {
        if (!name.matches(NAME)) {
            return "logo-name";
        }
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
            return "logo-missing";
        }
        return file.toFile().length() > MOST_BYTES ? "logo-large" : "";
    }

    private static Optional<Logo> refused(YamlValue value, String code, String name) {
        value.report(Problem.error(code, value.at()).with("file", name).with("most", MOST_BYTES / 1000 + " KB"));
        return Optional.empty();
    }

    private static boolean isPng(byte[] bytes) {
        return bytes.length > PNG.length && Arrays.equals(bytes, 0, PNG.length, PNG, 0, PNG.length);
    }

    /** Read without any document type, so that nothing outside the file is looked at. */
    private static boolean isDrawing(byte[] bytes) {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        try {
            XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
            boolean root = true;
            while (reader.hasNext()) {
                int event = reader.next();
                if (event == XMLStreamConstants.DTD || event == XMLStreamConstants.PROCESSING_INSTRUCTION) {
                    return false;
                }
                if (event == XMLStreamConstants.START_ELEMENT) {
                    if (root && !reader.getLocalName().equals("svg") || !isHarmless(reader)) {
                        return false;
                    }
                    root = false;
                }
            }
            return !root;
        } catch (XMLStreamException e) {
            return false;
        }
    }

    private static boolean isHarmless(XMLStreamReader reader) {
        boolean drawn = !XHTML.equals(reader.getNamespaceURI())
                && !NOT_DRAWN.contains(reader.getLocalName().toLowerCase(Locale.ROOT));
        for (int index = 0; drawn && index < reader.getAttributeCount(); index++) {
            String name = reader.getAttributeLocalName(index).toLowerCase(Locale.ROOT);
            String value = reader.getAttributeValue(index).strip().toLowerCase(Locale.ROOT);
            boolean leads = name.equals("href") || name.equals("src");
            drawn = !name.startsWith("on") && !(leads && !isInside(value)) && !value.contains("javascript:");
        }
        return drawn;
    }

    /** A place in the drawing, or a picture in it. */
    private static boolean isInside(String address) {
        return address.startsWith("#") || address.matches("(?s)data:image/(png|jpeg);base64,.*");
    }
}
