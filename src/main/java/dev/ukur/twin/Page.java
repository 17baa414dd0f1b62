package dev.ukur.twin;

import java.util.List;

/**
 * A page of the web shop.
 *
 * @param path from the host on
 * @param title of the window
 */
record Page(String path, String title) {

    static final String HOST = "www.batiklaras.example";

    static final Page HOME = new Page("/", "Batik Laras");
    static final Page UNIFORM = new Page("/seragam-kantor", "Seragam Batik Kantor");
    static final Page CLUB = new Page("/klub", "Klub Laras");
    static final Page CART = new Page("/keranjang", "Keranjang");
    static final Page CHECKOUT = new Page("/checkout", "Pembayaran");
    static final Page THANKS = new Page("/checkout/terima-kasih", "Terima Kasih");
    static final Page PROMO = new Page("/promo", "Promo");

    /** Where people look around. */
    static final List<Page> SHELVES = List.of(
            new Page("/koleksi/kemeja", "Kemeja Batik"),
            new Page("/koleksi/dress", "Dress Batik"),
            new Page("/koleksi/kain", "Kain dan Sarung"),
            new Page("/koleksi/aksesori", "Aksesori"),
            new Page("/blog/merawat-batik-tulis", "Merawat Batik Tulis"));

    String url() {
        return "https://" + HOST + path;
    }
}
