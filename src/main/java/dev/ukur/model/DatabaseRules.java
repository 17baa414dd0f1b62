package dev.ukur.model;

import java.util.Optional;

/**
 * Rows that a database gives instead of a file.
 *
 * @param url JDBC address, without secrets
 * @param user who asks, if the database wants to know
 * @param passwordFrom name of the environment variable that holds the password
 * @param query gives the rows; {@code :since} stands for how far the last reading came
 * @param cursor the column that tells how far a reading came; empty to read everything each time
 * @param since what {@code :since} is the first time
 */
public record DatabaseRules(
        String url,
        Optional<String> user,
        Optional<String> passwordFrom,
        String query,
        Optional<String> cursor,
        Optional<String> since) {}
