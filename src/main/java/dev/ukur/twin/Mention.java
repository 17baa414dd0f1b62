package dev.ukur.twin;

/** Someone wrote about a brand that is watched; the sentiment in the tool's word. */
record Mention(long number, long moment, Brand brand, String source, String sentiment, long reach, long engagement) {

    /** The brands watched: the shop's own and one other. */
    enum Brand {
        OWN("Batik Laras"),
        OTHER("Batik Seberang");

        private final String title;

        Brand(String title) {
            this.title = title;
        }

        String title() {
            return title;
        }
    }
}
