package dev.ukur.twin;

/** Marketing channels of the shop, by the field's names. */
enum Channel {
    DIRECT("Direct"),
    ORGANIC_SEARCH("Organic Search"),
    PAID_SEARCH("Paid Search"),
    PAID_SHOPPING("Paid Shopping"),
    ORGANIC_SOCIAL("Organic Social"),
    PAID_SOCIAL("Paid Social"),
    EMAIL("Email"),
    REFERRAL("Referral"),
    WHATSAPP("WhatsApp"),
    MARKETPLACE("Marketplace"),
    UNASSIGNED("Unassigned");

    private final String label;

    Channel(String label) {
        this.label = label;
    }

    String label() {
        return label;
    }
}
