package dev.ukur.twin;

/** What people browse with. */
enum Device {
    MOBILE("mobile", "Mobile"),
    DESKTOP("desktop", "Desktop"),
    TABLET("tablet", "Tablet");

    private final String word;
    private final String label;

    Device(String word, String label) {
        this.word = word;
        this.label = label;
    }

    /** As event streams write it. */
    String word() {
        return word;
    }

    /** As web analytics writes it. */
    String label() {
        return label;
    }
}
