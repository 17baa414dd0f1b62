package dev.ukur.twin;

import java.util.List;
import java.util.Locale;

/**
 * Something the shop sells.
 *
 * @param sku stock number
 * @param name shown name
 * @param price rupiah apiece
 * @param weight how often it is chosen, relative
 * @param page its page in the shop
 */
record Good(String sku, String name, int price, double weight, Page page) {

    static final List<Good> ALL = List.of(
            good("KB-PRG", "Kemeja Batik Parang", 189_000, 9),
            good("KB-KWG", "Kemeja Batik Kawung", 199_000, 7),
            good("KB-MMD", "Kemeja Batik Mega Mendung", 219_000, 6),
            good("KB-SLM", "Kemeja Batik Slim, lengan panjang", 249_000, 5),
            good("DR-SKR", "Dress Batik Sekar", 279_000, 6),
            good("DR-RYN", "Dress Batik \"Rayana\"", 329_000, 4),
            good("GM-LRS", "Gamis Batik Laras", 359_000, 3),
            good("BL-AYU", "Blus Batik Ayu", 169_000, 7),
            good("SR-TNN", "Sarung Tenun", 129_000, 6),
            good("KN-TLS", "Kain Batik Tulis", 485_000, 2),
            good("SL-SUT", "Selendang Sutra\nedisi 2", 149_000, 4),
            good("DM-KLT", "Dompet Kulit Batik", 99_000, 5));

    private static Good good(String sku, String name, int price, double weight) {
        String plain = name.replace("\n", " ").replace("\"", "").replace(",", "");
        String path = "/produk/" + plain.toLowerCase(Locale.ROOT).replace(' ', '-');
        return new Good(sku, name, price, weight, new Page(path, plain));
    }
}
