package dev.ukur.twin;

import java.util.List;

/**
 * A keyword people type into search engines.
 *
 * @param text as typed
 * @param volume searches a month
 * @param price of an ad click, in US cents
 * @param place usual place of the shop, 101 when usually not among the first hundred
 * @param weight share of the visits from search engines, relative
 * @param page where the result leads
 */
record RankedKeyword(String text, int volume, int price, int place, double weight, String page) {

    private static final String SHIRTS = "/koleksi/kemeja";
    private static final String DRESSES = "/koleksi/dress";
    private static final String CLOTH = "/koleksi/kain";

    static final List<RankedKeyword> ALL = List.of(
            new RankedKeyword("batik laras", 2_900, 6, 1, 22, "/"),
            new RankedKeyword("toko batik laras", 1_300, 5, 1, 10, "/"),
            new RankedKeyword("laras batik solo", 480, 4, 2, 5, "/"),
            new RankedKeyword("batik laras gamis", 320, 7, 2, 3, DRESSES),
            new RankedKeyword("kemeja batik pria", 40_500, 18, 6, 9, SHIRTS),
            new RankedKeyword("kemeja batik lengan panjang", 14_800, 17, 5, 7, SHIRTS),
            new RankedKeyword("kemeja batik slim fit", 9_900, 15, 8, 4, SHIRTS),
            new RankedKeyword("batik pria modern", 8_100, 14, 11, 3, SHIRTS),
            new RankedKeyword("dress batik wanita", 22_200, 16, 7, 7, DRESSES),
            new RankedKeyword("dress batik modern", 18_100, 16, 9, 5, DRESSES),
            new RankedKeyword("gamis batik", 33_100, 13, 14, 3, DRESSES),
            new RankedKeyword("blus batik kerja", 3_600, 12, 6, 4, DRESSES),
            new RankedKeyword("kain batik tulis", 6_600, 20, 4, 5, CLOTH),
            new RankedKeyword("kain batik tulis solo", 1_900, 19, 3, 4, CLOTH),
            new RankedKeyword("sarung tenun", 12_100, 11, 12, 2, CLOTH),
            new RankedKeyword("selendang sutra batik", 880, 10, 4, 2, CLOTH),
            new RankedKeyword("motif batik parang", 27_100, 3, 18, 2, "/blog/merawat-batik-tulis"),
            new RankedKeyword("cara merawat batik tulis", 1_600, 2, 2, 4, "/blog/merawat-batik-tulis"),
            new RankedKeyword("seragam batik kantor", 5_400, 41, 7, 5, "/seragam-kantor"),
            new RankedKeyword("konveksi seragam batik", 2_400, 46, 9, 3, "/seragam-kantor"),
            new RankedKeyword("seragam batik custom", 1_900, 38, 10, 2, "/seragam-kantor"),
            new RankedKeyword("batik couple", 49_500, 12, 34, 1, SHIRTS),
            new RankedKeyword("baju batik anak", 27_100, 10, 101, 0.2, SHIRTS),
            new RankedKeyword("dompet kulit batik", 590, 9, 3, 2, "/koleksi/aksesori"),
            new RankedKeyword("souvenir batik", 4_400, 13, 62, 0.5, "/koleksi/aksesori"));

    /** Whether it holds the brand's name. */
    boolean branded() {
        return text.contains("laras");
    }

    /** Seen on search result pages at all. */
    boolean usuallyRanked() {
        return place <= 100;
    }
}
