package dev.ukur.delivery.web;

import dev.ukur.SharedWorkspace;
import dev.ukur.delivery.access.Grants;
import java.util.Optional;

/**
 * What a request is about: one workspace, or the server as a whole.
 *
 * @param name of the workspace's folder, by which roles are given; {@link Grants#EVERYWHERE} for the server
 * @param base what the addresses of its pages begin with; empty when it is the only one
 * @param workspace that is asked, with the files sent to it
 */
record Place(String name, String base, Optional<Opened> workspace) {

    /** A workspace held open, and what was sent to it. */
    record Opened(SharedWorkspace shared, Uploads uploads) {}

    /** The server as a whole. */
    static final Place SERVER = new Place(Grants.EVERYWHERE, "", Optional.empty());

    /** Whether it is the address of a workspace that is not there. */
    boolean isNowhere() {
        return workspace.isEmpty() && !name.equals(Grants.EVERYWHERE);
    }

    /** The version of its data; nothing but the program decides what the server itself shows. */
    String version() {
        return workspace.map(opened -> opened.shared().version()).orElse("");
    }
}
