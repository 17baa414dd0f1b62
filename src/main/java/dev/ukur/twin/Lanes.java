package dev.ukur.twin;

import dev.ukur.twin.Lane.Worth;
import java.util.List;

/** All ways into the shop. Brand search, e-mail and WhatsApp sell; Meta's prospecting and TikTok mostly bring looks. */
final class Lanes {

    static final String BRAND_CAMPAIGN = "merek-search";
    static final String GENERIC_CAMPAIGN = "generik-search";
    static final String SHOPPING_CAMPAIGN = "belanja-produk";
    static final String PROSPECTING_CAMPAIGN = "prospek-video";
    static final String RETARGETING_CAMPAIGN = "katalog-retarget";

    private static final String GOOGLE = "https://www.google.com/";

    static final Lane DIRECT =
            new Lane(Channel.DIRECT, "", "", "", "", 17, 34, new Worth(0.54, 1.15, 1.05, 0.34, 0.7, 0.05));
    static final Lane GOOGLE_ORGANIC =
            new Lane(Channel.ORGANIC_SEARCH, "", "", "", GOOGLE, 25, 24, new Worth(0.52, 1.0, 1.0, 0.28, 1.5, 0.05));
    static final Lane EMAIL =
            new Lane(Channel.EMAIL, "mailchimp", "email", "", "", 0, 0, new Worth(0.66, 2.1, 1.15, 0.45, 0.5, 0.03));

    static final List<Lane> ALL = List.of(
            DIRECT,
            GOOGLE_ORGANIC,
            EMAIL,
            new Lane(
                    Channel.ORGANIC_SEARCH,
                    "",
                    "",
                    "",
                    "https://www.bing.com/",
                    1.5,
                    1,
                    new Worth(0.5, 0.9, 1.0, 0.25, 1.6, 0.05)),
            google(BRAND_CAMPAIGN, 5, 13, new Worth(0.68, 2.2, 1.1, 0.4, 0.9, 0.04)),
            google(GENERIC_CAMPAIGN, 9, 3, new Worth(0.47, 0.85, 1.0, 0.22, 2.6, 0.07)),
            google(SHOPPING_CAMPAIGN, 7, 4, new Worth(0.45, 1.15, 0.9, 0.2, 0.2, 0.08)),
            meta("facebook", PROSPECTING_CAMPAIGN, 15, 2, new Worth(0.27, 0.4, 0.8, 0.1, 0.3, 0.14)),
            meta("instagram", RETARGETING_CAMPAIGN, 3, 9, new Worth(0.42, 0.95, 0.9, 0.2, 0.3, 0.1)),
            new Lane(
                    Channel.PAID_SOCIAL,
                    "tiktok",
                    "paid_social",
                    "kreator-batik",
                    "",
                    3,
                    0.5,
                    new Worth(0.2, 0.3, 0.75, 0.08, 0.1, 0.16)),
            new Lane(
                    Channel.ORGANIC_SOCIAL,
                    "",
                    "",
                    "",
                    "https://www.instagram.com/",
                    6,
                    4,
                    new Worth(0.38, 0.6, 0.9, 0.2, 0.3, 0.07)),
            new Lane(
                    Channel.ORGANIC_SOCIAL,
                    "facebook",
                    "social",
                    "komunitas",
                    "",
                    1.5,
                    1,
                    new Worth(0.4, 0.7, 0.9, 0.2, 0.4, 0.07)),
            new Lane(
                    Channel.REFERRAL,
                    "",
                    "",
                    "",
                    "https://blog.kainnusantara.example/ulasan-batik",
                    3.5,
                    2,
                    new Worth(0.5, 0.9, 1.0, 0.24, 1.2, 0.06)),
            new Lane(
                    Channel.WHATSAPP,
                    "whatsapp",
                    "whatsapp",
                    "layanan",
                    "",
                    1.5,
                    5,
                    new Worth(0.62, 1.9, 1.2, 0.42, 0, 0.04)));

    private Lanes() {}

    private static Lane google(String campaign, double share, double returning, Worth worth) {
        return new Lane(Channel.PAID_SEARCH, "google", "cpc", campaign, GOOGLE, share, returning, worth);
    }

    private static Lane meta(String source, String campaign, double share, double returning, Worth worth) {
        return new Lane(Channel.PAID_SOCIAL, source, "paid_social", campaign, "", share, returning, worth);
    }
}
