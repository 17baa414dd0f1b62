package dev.ukur.twin;

import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.PriorityQueue;

/** The web shop's orders, a file a month of ordering; an order's own cells stand on its first line only. */
final class ShopifyExport implements Witness {

    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss '+0700'", Locale.ROOT);
    private static final long FIRST_ID = 5_500_000_000_000L;

    private final MonthFiles<TextFile> files;
    private final Naming naming;

    /** Orders of visits that outlasted midnight wait here for their own day. */
    private final PriorityQueue<WebOrder> waiting =
            new PriorityQueue<>(Comparator.comparingLong(WebOrder::placed).thenComparing(WebOrder::name));

    ShopifyExport(Path folder, Naming naming) {
        this.naming = naming;
        files = new MonthFiles<>(
                month -> header(TextFile.create(folder.resolve("orders_export-" + month + ".csv"), ',')));
    }

    private static TextFile header(TextFile file) {
        return file.line(
                "Name,Email,Financial Status,Paid at,Fulfillment Status,Currency,Subtotal,Shipping,Taxes,Total,"
                        + "Discount Code,Discount Amount,Created at,Lineitem quantity,Lineitem name,Lineitem price,Lineitem sku,"
                        + "Cancelled at,Refunded Amount,Id,Source");
    }

    @Override
    public void order(WebOrder order, Visit visit, boolean firstOfPerson) {
        waiting.add(order);
    }

    @Override
    public void dayEnds(LocalDate day) {
        WebOrder next = waiting.peek();
        while (next != null && !Jakarta.day(next.placed()).isAfter(day)) {
            write(waiting.remove());
            next = waiting.peek();
        }
    }

    @Override
    public void finish(Period days) {
        files.close();
    }

    private void write(WebOrder order) {
        TextFile file = files.of(Jakarta.day(order.placed()));
        String created = TIME.format(Jakarta.wall(order.placed()));
        for (WebOrder.Line line : order.lines()) {
            if (line.equals(order.lines().get(0))) {
                first(file, order, line, created);
            } else {
                String[] empty = {"", "", "", "", "", "", "", "", "", ""};
                file.text(order.name() + "," + naming.of(order) + "," + String.join(",", empty) + ",");
                file.row(
                        created,
                        quantity(line),
                        line.good().name(),
                        price(line),
                        line.good().sku(),
                        "",
                        "",
                        "",
                        "");
            }
        }
    }

    private void first(TextFile file, WebOrder order, WebOrder.Line line, String created) {
        WebOrder.Fate fate = order.fate();
        long id = FIRST_ID + Long.parseLong(order.name().substring(1));
        file.row(
                order.name(),
                naming.of(order),
                fate.status(),
                time(fate.paid()),
                fate.shipped() ? "fulfilled" : "unfulfilled",
                "IDR",
                money(order.subtotal()),
                money(order.shipping()),
                money(0),
                money(order.total()),
                order.code(),
                money(order.discount()),
                created,
                quantity(line),
                line.good().name(),
                price(line),
                line.good().sku(),
                time(fate.cancelled()),
                money(fate.refunded()),
                Long.toString(id),
                "web");
    }

    private static String quantity(WebOrder.Line line) {
        return Integer.toString(line.quantity());
    }

    private static String price(WebOrder.Line line) {
        return money(line.good().price());
    }

    private static String money(long rupiah) {
        return rupiah + ".00";
    }

    private static String time(OptionalLong moment) {
        return moment.isPresent() ? TIME.format(Jakarta.wall(moment.getAsLong())) : "";
    }
}
