package dev.ukur.twin;

import dev.ukur.time.Period;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalLong;

/** The marketplace store's orders, a workbook a month, a row an item; the order's cells repeat on each. */
final class ShopeeExport implements Witness {

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);
    private static final String[] HEADER = {
        "No. Pesanan",
        "Status Pesanan",
        "Status Pembatalan/ Pengembalian",
        "Waktu Pesanan Dibuat",
        "Waktu Pembayaran Dilakukan",
        "SKU Induk",
        "Nama Produk",
        "Nomor Referensi SKU",
        "Nama Variasi",
        "Harga Awal",
        "Harga Setelah Diskon",
        "Jumlah",
        "Returned quantity",
        "Total Harga Produk",
        "Total Diskon",
        "Ongkos Kirim Dibayar oleh Pembeli",
        "Total Pembayaran",
        "Metode Pembayaran",
        "Username (Pembeli)",
        "Kota/Kabupaten",
        "Provinsi",
        "Waktu Pesanan Selesai"
    };

    private final MonthFiles<TextSheet> files;
    private final Naming naming;

    ShopeeExport(Path folder, Period days, Naming naming) {
        this.naming = naming;
        files = new MonthFiles<>(month -> open(folder, month, days));
    }

    private static TextSheet open(Path folder, YearMonth month, Period days) {
        LocalDate last = month.atEndOfMonth().isAfter(days.last()) ? days.last() : month.atEndOfMonth();
        String range = (month.atDay(1) + "_" + last).replace("-", "");
        TextSheet sheet = new TextSheet(folder.resolve("Order.all." + range + ".xlsx"), "orders");
        sheet.row(HEADER);
        return sheet;
    }

    @Override
    public void marketplaceOrder(MarketplaceOrder order) {
        TextSheet sheet = files.of(Jakarta.day(order.placed()));
        for (MarketplaceOrder.Line line : order.lines()) {
            String sku = line.good().sku();
            sheet.row(
                    order.number(),
                    order.fate().status(),
                    order.isCancelled() ? "Dibatalkan" : "",
                    TIME.format(Jakarta.wall(order.placed())),
                    time(order.fate().paid()),
                    sku,
                    line.good().name().replace("\n", " "),
                    line.size().isEmpty() ? sku : sku + "-" + line.size(),
                    line.size(),
                    money(line.listPrice()),
                    money(line.price()),
                    Integer.toString(line.quantity()),
                    "0",
                    money(line.amount()),
                    money(line.discount()),
                    money(order.shipping()),
                    money(order.total()),
                    order.method(),
                    naming.of(order),
                    order.place().city(),
                    order.place().province(),
                    time(order.fate().completed()));
        }
    }

    @Override
    public void finish(Period days) {
        files.close();
    }

    private static String money(long rupiah) {
        return Figures.grouped(rupiah, '.');
    }

    private static String time(OptionalLong moment) {
        return moment.isPresent() ? TIME.format(Jakarta.wall(moment.getAsLong())) : "";
    }
}
