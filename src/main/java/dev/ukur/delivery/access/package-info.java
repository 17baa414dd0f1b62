/**
 * Who may do what on a server: users and their roles, sign-ins, tokens of programs, links that show one page, and the log of
 * what was done. It knows nothing of HTTP and nothing of the numbers.
 *
 * <p>In: names, passwords, codes. Out: what they allow. All of it lies in one folder beside the store, readable for its owner
 * alone; passwords are kept as Argon2id, every code as a hash, and neither is ever logged. The server and {@code ukur users}
 * work on the same folder at the same time.
 */
@NullMarked
package dev.ukur.delivery.access;

import org.jspecify.annotations.NullMarked;
