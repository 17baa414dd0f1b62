/**
 * Who somebody is according to an OpenID Connect provider: authorization code with PKCE, and the signed token that comes of it.
 *
 * <p>In: the provider's settings, the code a browser brings back. Out: a verified e-mail address, or what is wrong. Nothing of it
 * says what somebody may; {@code delivery.access} does.
 */
@NullMarked
package dev.ukur.delivery.web.identity;

import org.jspecify.annotations.NullMarked;
