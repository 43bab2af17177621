package io.synthforce.store.turn;

import io.synthforce.store.request.Injection;
import io.synthforce.workflows.turn.Injected;
import io.synthforce.workflows.world.Visibility;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An event that a user let happen in a turn.
 *
 * @param event the name it occurs under
 * @param text what happened, null for an event of the catalogue
 */
public record InjectedInput(String event, @Nullable String text, Visibility visibility) {

    /** Those in the users' own words are numbered, so that events name no row; one of the catalogue happens once. */
    static List<InjectedInput> of(List<Injection> given, List<Injection> own) {
        Map<String, InjectedInput> inputs = new LinkedHashMap<>();
        int number = 0;
        for (Injection injection : Stream.concat(given.stream(), own.stream()).toList()) {
            String event = injection.event();
            String name = event == null ? Injected.named(++number) : event;
            inputs.putIfAbsent(name, new InjectedInput(name, injection.text(), injection.visibility()));
        }
        return List.copyOf(inputs.values());
    }

    Injected withoutText() {
        return new Injected(event, visibility);
    }
}
