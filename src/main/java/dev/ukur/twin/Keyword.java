package dev.ukur.twin;

import java.util.List;

/**
 * A keyword the shop bids on.
 *
 * @param campaign its campaign
 * @param adGroup its ad group
 * @param text as typed by people
 * @param match match type as Google words it
 * @param weight share of its campaign's clicks, relative
 * @param rate clicks per impression
 * @param price of a click in rupiah
 */
record Keyword(String campaign, String adGroup, String text, String match, double weight, double rate, int price) {

    private static final String EXACT = "Exact match";
    private static final String PHRASE = "Phrase match";
    private static final String BROAD = "Broad match";

    static final List<Keyword> ALL = List.of(
            brand("batik laras", EXACT, 6, 0.31),
            brand("toko batik laras", EXACT, 3, 0.34),
            brand("laras batik", PHRASE, 2, 0.27),
            brand("batik laras solo", PHRASE, 1, 0.25),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Kemeja", "kemeja batik pria", PHRASE, 5, 0.043, 1_900),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Kemeja", "kemeja batik lengan panjang", PHRASE, 3, 0.047, 1_750),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Kemeja", "batik pria modern", BROAD, 2, 0.031, 1_500),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Dress", "dress batik wanita", PHRASE, 4, 0.045, 1_650),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Dress", "gamis batik", BROAD, 2, 0.033, 1_400),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Kain", "kain batik tulis", EXACT, 2, 0.052, 2_100),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Seragam", "seragam batik kantor", PHRASE, 3, 0.056, 4_200),
            new Keyword(Lanes.GENERIC_CAMPAIGN, "Seragam", "konveksi seragam batik", PHRASE, 2, 0.058, 4_600));

    private static Keyword brand(String text, String match, double weight, double rate) {
        return new Keyword(Lanes.BRAND_CAMPAIGN, "Merek", text, match, weight, rate, 650);
    }

    /** The text as the platform shows it: brackets for exact, quotes for phrase. */
    String shown() {
        return switch (match) {
            case EXACT -> "[" + text + "]";
            case PHRASE -> '"' + text + '"';
            default -> text;
        };
    }
}
