package dev.ukur.twin;

import dev.ukur.time.Period;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The web event stream: Segment's objects, a line each, gzipped, a file a month; what the tag did not see is missing. */
final class EventsExport implements Witness {

    private static final int BUFFER = 1 << 16;

    private final MonthFiles<OutputStream> files;
    private final EventLine line = new EventLine();
    private long messages;
    private @Nullable LocalDate stampDay;
    private String stamp = "";

    EventsExport(Path folder) {
        files = new MonthFiles<>(month -> open(folder.resolve("events-" + month + ".ndjson.gz")));
    }

    private static OutputStream open(Path path) {
        try {
            Files.createDirectories(path.toAbsolutePath().getParent());
            return new BufferedOutputStream(new Gzip(Files.newOutputStream(path)), BUFFER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void visit(Visit visit) {
        if (!visit.tracked()) {
            return;
        }
        OutputStream out = files.of(visit.day());
        boolean known = visit.visitor().person().known();
        String last = "";
        for (Hit hit : visit.hits()) {
            known |= hit.kind().identifies();
            event(visit, hit, who(visit.visitor(), known), last);
            line.writeTo(out);
            last = hit.page().url();
        }
    }

    @Override
    public void finish(Period days) {
        files.close();
    }

    private static String who(Visitor visitor, boolean known) {
        String anonymous = "\",\"anonymousId\":\"" + visitor.anonymousId();
        return known ? anonymous + "\",\"userId\":\"" + visitor.person().userId() : anonymous;
    }

    private void event(Visit visit, Hit hit, String who, String referrer) {
        boolean page = hit.kind() == Hit.Kind.PAGE;
        line.text("{\"messageId\":\"m").digits(++messages, 10);
        line.text(page ? "\",\"type\":\"page" : "\",\"type\":\"track\",\"event\":\"");
        line.text(page ? "" : hit.kind().event()).text(who).text("\",\"timestamp\":\"");
        moment(visit.start() + hit.second() * Jakarta.SECOND);
        line.text("\",\"context\":{\"page\":{\"url\":\"").text(hit.page().url());
        boolean landing = referrer.isEmpty();
        if (landing && visit.touch().lane().tagged()) {
            parameters(visit.touch());
        }
        line.text("\",\"path\":\"").text(hit.page().path()).text("\",\"referrer\":\"");
        line.text(landing ? visit.touch().lane().referrer() : referrer);
        line.text("\",\"title\":\"").text(hit.page().title()).text("\"}");
        if (landing && visit.touch().lane().tagged()) {
            campaign(visit.touch());
        }
        line.text(",\"device\":{\"type\":\"").text(visit.visitor().device().word());
        line.text("\"},\"locale\":\"id-ID\",\"country\":\"ID\"},\"properties\":{");
        properties(hit);
        line.text("}}");
    }

    /** The campaign in the address, as the link carries it. */
    private void parameters(Touch touch) {
        line.text("?utm_source=").text(touch.lane().source());
        line.text("&utm_medium=").text(touch.lane().medium());
        line.text("&utm_campaign=").text(touch.campaign());
        if (!touch.term().isEmpty()) {
            line.text("&utm_term=").text(touch.term().replace(' ', '+'));
        }
        if (!touch.content().isEmpty()) {
            line.text("&utm_content=").text(touch.content());
        }
    }

    private void campaign(Touch touch) {
        line.text(",\"campaign\":{\"source\":").quoted(touch.lane().source());
        line.text(",\"medium\":").quoted(touch.lane().medium());
        line.text(",\"name\":").quoted(touch.campaign());
        if (!touch.term().isEmpty()) {
            line.text(",\"term\":").quoted(touch.term());
        }
        if (!touch.content().isEmpty()) {
            line.text(",\"content\":").quoted(touch.content());
        }
        line.text("}");
    }

    private void properties(Hit hit) {
        Good good = hit.good();
        WebOrder order = hit.order();
        if (order != null) {
            line.text("\"order_id\":")
                    .quoted(order.name())
                    .text(",\"revenue\":")
                    .number(order.total());
            line.text(",\"currency\":\"IDR\"");
        } else if (good != null) {
            line.text("\"product_id\":").quoted(good.sku()).text(",\"name\":").quoted(good.name());
            line.text(",\"price\":").number(good.price()).text(",\"currency\":\"IDR\"");
        }
    }

    private void moment(long moment) {
        long ofDay = Math.floorMod(moment, Jakarta.DAY);
        LocalDate day = LocalDate.ofEpochDay(Math.floorDiv(moment, Jakarta.DAY));
        if (!day.equals(stampDay)) {
            stampDay = day;
            stamp = day + "T";
        }
        line.text(stamp).digits(ofDay / Jakarta.HOUR, 2).text(":");
        line.digits(ofDay / Jakarta.MINUTE % 60, 2).text(":");
        line.digits(ofDay / Jakarta.SECOND % 60, 2)
                .text(".")
                .digits(ofDay % Jakarta.SECOND, 3)
                .text("Z");
    }

    /** Gzip at its fastest level; the stream's header holds no time. */
    private static final class Gzip extends GZIPOutputStream {
        Gzip(OutputStream out) throws IOException {
            super(out, BUFFER);
            def.setLevel(Deflater.BEST_SPEED);
        }
    }
}
