package dev.ukur.delivery.access;

import java.time.Instant;

/**
 * Lets one person in once: they choose a password. For a user who is there already it is a new password.
 *
 * @param hash of its code
 * @param user the name they will have; empty when they choose it
 * @param grants what they will be
 * @param by who invited
 * @param until when it ends
 */
public record Invitation(String hash, String user, Grants grants, String by, Instant until) {}
