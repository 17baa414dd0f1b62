package dev.ukur.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.ukur.model.Appearance;
import dev.ukur.model.Appearance.Logo;
import dev.ukur.model.WorkspaceSettings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppearanceReaderTest {

    private static final String OPEN = "<svg xmlns='http://www.w3.org/2000/svg' "
            + "xmlns:xlink='http://www.w3.org/1999/xlink' viewBox='0 0 9 9'>";
    private static final String DRAWING = OPEN + "<path id='a' d='M0 0h9v9z'/></svg>";

    @TempDir
    Path around;

    private Path folder;

    @BeforeEach
    void begin() throws IOException {
        folder = Files.createDirectory(around.resolve("toko"));
    }

    @Test
    void a_colour_for_each_scheme_and_a_logo_are_read() throws IOException {
        Files.writeString(folder.resolve("logo.svg"), DRAWING);
        Yaml<WorkspaceSettings> read =
                read("appearance: {color: \"#0A3D62\", color_dark: \"#82ccdd\", logo: logo.svg}\n");
        String bytes = Base64.getEncoder().encodeToString(DRAWING.getBytes(StandardCharsets.UTF_8));
        assertThat(read.problems()).isEmpty();
        assertThat(read.value().appearance())
                .isEqualTo(new Appearance(
                        Optional.of("#0a3d62"), Optional.of("#82ccdd"), Optional.of(new Logo("image/svg+xml", bytes))));
        assertThat(read.value().appearance().style(":root")).isEqualTo(":root{--accent:light-dark(#0a3d62,#82ccdd)}");
    }

    /** Black on white is 21 by definition; #767676 on white is the well-known grey that just passes 4.5 (4.54). */
    @Test
    void contrast_is_that_of_wcag() {
        assertThat(AppearanceReader.contrast("#000000", "#ffffff")).isEqualTo(21, within(1e-9));
        assertThat(AppearanceReader.contrast("#ffffff", "#767676")).isEqualTo(4.54, within(0.005));
        assertThat(AppearanceReader.contrast("#123456", "#123456")).isEqualTo(1, within(1e-9));
    }

    @Test
    void the_papers_are_those_of_the_pages() throws IOException {
        Path style = Path.of("src/main/resources/dev/ukur/delivery/report/page.css");
        assertThat(Files.readString(style))
                .containsPattern("--paper:\\s+light-dark\\(" + AppearanceReader.LIGHT_PAPER + ", "
                        + AppearanceReader.DARK_PAPER + "\\)");
    }

    @Test
    void a_colour_that_cannot_be_seen_is_refused_with_its_contrast_and_where() {
        assertThat(read("appearance: {color: \"#ffee00\"}\n").problems())
                .singleElement()
                .asString()
                .startsWith("ukur.yaml:1:21 error appearance-pale {value=#ffee00, contrast=1.")
                .endsWith("least=3}");
        assertThat(read("appearance: {color: \"#0a2540\"}\n").problems())
                .singleElement()
                .asString()
                .startsWith("ukur.yaml:1:21 error appearance-dark");
        assertThat(read("appearance: {color: \"#0a2540\", color_dark: \"#101010\"}\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("ukur.yaml:1:44 error appearance-dark {value=#101010");
        assertThat(read("appearance: {color: red; , logo: ../logo.svg}\n").problems())
                .anyMatch(line -> line.startsWith("ukur.yaml:1:21 error appearance-color {value=red;}"))
                .anyMatch(line -> line.contains("error logo-name {file=../logo.svg"));
    }

    @Test
    void a_logo_that_does_more_than_draw_is_refused() throws IOException {
        for (String alive : List.of(
                OPEN + "<script>alert(1)</script></svg>",
                OPEN + "<g onload='alert(1)'/></svg>",
                OPEN + "<foreignObject><p xmlns='http://www.w3.org/1999/xhtml'/></foreignObject></svg>",
                OPEN + "<p xmlns='http://www.w3.org/1999/xhtml'/></svg>",
                OPEN + "<image href='https://evil.example/x.png'/></svg>",
                OPEN + "<use xlink:href='other.svg#a'/></svg>",
                OPEN + "<a href='javascript:alert(1)'/></svg>",
                OPEN + "<set attributeName='href' to='javascript:alert(1)'/></svg>",
                "<!DOCTYPE svg [<!ENTITY a SYSTEM 'file:///etc/passwd'>]>" + OPEN + "&a;</svg>",
                "<?xml-stylesheet href='x.css'?>" + DRAWING,
                "<html xmlns='http://www.w3.org/1999/xhtml'/>",
                "no picture",
                "")) {
            Files.writeString(folder.resolve("logo.svg"), alive);
            assertThat(read("appearance: {logo: logo.svg}\n").problems())
                    .as(alive)
                    .singleElement()
                    .asString()
                    .startsWith("ukur.yaml:1:20 error logo-svg {file=logo.svg");
        }
    }

    @Test
    void a_logo_as_drawing_programs_save_it_is_taken() throws IOException {
        String inkscape = "<?xml version='1.0' encoding='UTF-8'?><!-- Inkscape -->" + OPEN
                + "<n:namedview xmlns:n='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' id='v'/>"
                + "<metadata/><style>.a{fill:#fff}</style><use href='#a'/>"
                + "<image href='data:image/png;base64,AAAA'/></svg>";
        Files.writeString(folder.resolve("logo.svg"), inkscape);
        assertThat(read("appearance: {logo: logo.svg}\n").problems()).isEmpty();
    }

    @Test
    void a_logo_that_is_no_picture_too_large_missing_or_elsewhere_is_refused() throws IOException {
        Files.writeString(folder.resolve("a.png"), "GIF89a");
        Files.write(folder.resolve("b.png"), new byte[200_000]);
        Files.writeString(folder.resolveSibling("outside.svg"), DRAWING);
        Files.createSymbolicLink(folder.resolve("link.svg"), folder.resolveSibling("outside.svg"));
        assertThat(read("appearance: {logo: a.png}\n").problems())
                .singleElement()
                .asString()
                .contains("logo-png");
        assertThat(read("appearance: {logo: b.png}\n").problems())
                .singleElement()
                .asString()
                .contains("logo-large");
        assertThat(read("appearance: {logo: c.png}\n").problems())
                .singleElement()
                .asString()
                .contains("logo-missing");
        assertThat(read("appearance: {logo: link.svg}\n").problems())
                .singleElement()
                .asString()
                .contains("logo-missing");
        for (String path : List.of("/etc/passwd", "a/b.svg", "..svg", "logo.html", "'c:\\\\logo.svg'")) {
            assertThat(read("appearance: {logo: " + path + "}\n").problems())
                    .as(path)
                    .singleElement()
                    .asString()
                    .contains("logo-name");
        }
    }

    private Yaml<WorkspaceSettings> read(String text) {
        return Yaml.read("ukur.yaml", text, map -> SettingsReader.read(map, folder));
    }
}
