package dev.ukur.model;

/**
 * How personal data are treated.
 *
 * @param keepsPlain whether names, addresses and numbers of people are kept, apart from all numbers; else only their
 *     keyed hashes are
 * @param phoneCountry the country code of telephone numbers written without one, for example {@code 62}
 */
public record PrivacyRules(boolean keepsPlain, String phoneCountry) {

    /** Nothing is kept in plain text; telephone numbers are Indonesian. */
    public static final PrivacyRules USUAL = new PrivacyRules(false, "62");
}
