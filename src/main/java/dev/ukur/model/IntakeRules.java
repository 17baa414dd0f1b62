package dev.ukur.model;

/**
 * What a workspace says of all that comes in.
 *
 * @param traces what of a visit's traces is believed, beside the built-in rules
 * @param rejects what becomes of rows that cannot be read
 * @param privacy how personal data are treated
 */
public record IntakeRules(TraceRules traces, RejectRules rejects, PrivacyRules privacy) {

    /** Those of a workspace that says nothing. */
    public static final IntakeRules USUAL = new IntakeRules(TraceRules.NONE, RejectRules.USUAL, PrivacyRules.USUAL);
}
