package dev.ukur.twin;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/**
 * A workbook of one sheet whose cells are all text, as marketplaces write them. Written by hand because libraries stamp
 * the time of writing into the file, and equal shops must give equal bytes.
 */
final class TextSheet implements Closeable {

    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String PACKAGE = "http://schemas.openxmlformats.org/package/2006/";
    private static final String OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    private static final String SHEET = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.";

    private final ZipFile zip;
    private final OutputStream sheet;
    private int rows;

    TextSheet(Path path, String name) {
        zip = new ZipFile(path)
                .add("[Content_Types].xml", XML + types())
                .add("_rels/.rels", XML + relations(relation(1, "officeDocument", "xl/workbook.xml")))
                .add("xl/workbook.xml", XML + workbook(name))
                .add("xl/styles.xml", XML + "<styleSheet xmlns=\"" + SHEET + "\"/>")
                .add(
                        "xl/_rels/workbook.xml.rels",
                        XML
                                + relations(
                                        relation(1, "worksheet", "worksheets/sheet1.xml"),
                                        relation(2, "styles", "styles.xml")));
        sheet = zip.member("xl/worksheets/sheet1.xml");
        write(XML + "<worksheet xmlns=\"" + SHEET + "\"><sheetData>");
    }

    private static String types() {
        return "<Types xmlns=\"" + PACKAGE + "content-types\">"
                + "<Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
                + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
                + "<Override PartName=\"/xl/workbook.xml\" ContentType=\"" + TYPE + "sheet.main+xml\"/>"
                + "<Override PartName=\"/xl/worksheets/sheet1.xml\" ContentType=\"" + TYPE + "worksheet+xml\"/>"
                + "<Override PartName=\"/xl/styles.xml\" ContentType=\"" + TYPE + "styles+xml\"/>"
                + "</Types>";
    }

    private static String relations(String... relations) {
        return "<Relationships xmlns=\"" + PACKAGE + "relationships\">" + String.join("", relations)
                + "</Relationships>";
    }

    private static String relation(int number, String kind, String target) {
        return "<Relationship Id=\"rId" + number + "\" Type=\"" + OFFICE + "/" + kind + "\" Target=\"" + target
                + "\"/>";
    }

    private static String workbook(String name) {
        return "<workbook xmlns=\"" + SHEET + "\" xmlns:r=\"" + OFFICE + "\"><sheets><sheet name=\"" + name
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    /** A row of text cells. */
    void row(String... cells) {
        rows++;
        StringBuilder row = new StringBuilder("<row r=\"").append(rows).append("\">");
        for (int i = 0; i < cells.length; i++) {
            if (!cells[i].isEmpty()) {
                row.append("<c r=\"").append((char) ('A' + i)).append(rows).append("\" t=\"inlineStr\"><is><t>");
                row.append(escaped(cells[i])).append("</t></is></c>");
            }
        }
        write(row.append("</row>").toString());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    private void write(String text) {
        try {
            sheet.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        write("</sheetData></worksheet>");
        zip.close();
    }
}
