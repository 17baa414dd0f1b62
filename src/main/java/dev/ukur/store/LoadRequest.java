package dev.ukur.store;

/**
 * What is about to be loaded: one file (or member of an archive), read by one profile, for one account.
 *
 * @param fileName as the user named it; a member as {@code archive.zip!member.csv}
 * @param sha256 of the bytes, lower-case hex
 * @param profile the profile's name
 * @param profileVersion the profile's version
 * @param account the source account
 * @param setting what was said of the file that it does not say itself, such as its days; the same bytes under another
 *     setting are another load
 */
public record LoadRequest(
        String fileName, String sha256, String profile, int profileVersion, String account, String setting) {

    /** A file that says all of itself. */
    public LoadRequest(String fileName, String sha256, String profile, int profileVersion, String account) {
        this(fileName, sha256, profile, profileVersion, account, "");
    }
}
