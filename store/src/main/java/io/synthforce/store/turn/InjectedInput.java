package io.synthforce.store.turn;

import io.synthforce.store.request.Injection;
import io.synthforce.workflows.turn.Injected;
import io.synthforce.workflows.world.Visibility;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An event that a user let happen in a turn.
 *
 * @param event the name it occurs under
 * @param text what happened, null for an event of the catalogue
 */
public record InjectedInput(String event, @Nullable String text, Visibility visibility) {

    /** Those in the users' own words are numbered, so that events name no row. */
    static List<InjectedInput> of(List<Injection> injections) {
        List<InjectedInput> inputs = new ArrayList<>();
        int number = 0;
        for (Injection injection : injections) {
            String event = injection.event();
            String name = event == null ? Injected.named(++number) : event;
            inputs.add(new InjectedInput(name, injection.text(), injection.visibility()));
        }
        return inputs;
    }

    Injected withoutText() {
        return new Injected(event, visibility);
    }
}
