package io.synthforce.workflows.scenario;

import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The seven roles that ship, in order of priority. They lie in {@code roles.json} beside this class. */
public final class Roles {

    private static final List<Role> SHIPPED = load();

    private Roles() {}

    public static List<Role> all() {
        return SHIPPED;
    }

    public static Optional<Role> find(String role) {
        return SHIPPED.stream().filter(r -> r.role().equals(role)).findFirst();
    }

    /**
     * The role of that name.
     *
     * @throws IllegalArgumentException if no such role ships
     */
    public static Role require(String role) {
        return find(role).orElseThrow(() -> new IllegalArgumentException("No role is named " + role));
    }

    private static List<Role> load() {
        try (InputStream in = Roles.class.getResourceAsStream("roles.json")) {
            if (in == null) {
                throw new IllegalStateException("roles.json is missing beside " + Roles.class.getName());
            }
            return Arrays.asList(Json.mapper().readValue(in, Role[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
