package dev.ukur.delivery.access;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The roles somebody has, by workspace.
 *
 * @param roles by the name of a workspace's folder; under {@link #EVERYWHERE} for all that have none of their own
 */
public record Grants(Map<String, Role> roles) {

    /** Stands for every workspace of the server, also later ones. */
    public static final String EVERYWHERE = "*";

    /** No role anywhere. */
    public static final Grants NONE = new Grants(Map.of());

    public Grants {
        roles = Map.copyOf(roles);
    }

    /** One role on one workspace, or everywhere. */
    public static Grants of(String workspace, Role role) {
        return new Grants(Map.of(workspace, role));
    }

    /** These, with another role on one workspace. */
    public Grants with(String workspace, Role role) {
        Map<String, Role> more = new TreeMap<>(roles);
        more.put(workspace, role);
        return new Grants(more);
    }

    /** The role on a workspace: its own, else the one everywhere. */
    public Optional<Role> on(String workspace) {
        return Optional.ofNullable(roles.get(workspace)).or(() -> Optional.ofNullable(roles.get(EVERYWHERE)));
    }

    /** Whether the role on a workspace has a right. */
    public boolean allow(Right right, String workspace) {
        return on(workspace).filter(role -> role.has(right)).isPresent();
    }

    /** The words of the roles, by workspace. */
    public Map<String, String> words() {
        Map<String, String> words = new TreeMap<>();
        roles.forEach((workspace, role) -> words.put(workspace, role.word()));
        return words;
    }
}
