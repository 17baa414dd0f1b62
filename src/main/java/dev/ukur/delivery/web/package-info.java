/**
 * The server on one workspace: pages, HTTP API, health. It routes, guards and remembers; what is shown is made by
 * {@code delivery.report}, what is asked is read by {@code delivery.ask}, and every number comes through the front door.
 *
 * <p>In: requests from this machine. Out: pages and JSON in the language asked for. Only {@code ukur serve} and
 * {@code ukur demo} load these classes.
 */
@NullMarked
package dev.ukur.delivery.web;

import org.jspecify.annotations.NullMarked;
