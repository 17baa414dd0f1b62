package dev.ukur.delivery.access;

import java.time.Instant;

/**
 * A page shown to whoever has its link, until a day.
 *
 * @param id to speak of it
 * @param hash of its code
 * @param workspace whose page
 * @param address of the page inside the workspace, with its question
 * @param by who shared it
 * @param until when it ends
 */
public record Link(String id, String hash, String workspace, String address, String by, Instant until) {}
