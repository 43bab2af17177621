package io.synthforce.activities.question;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.workflows.json.ContentHash;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One kind of model call: how it is asked, what a usable reply is and what the reply means as an event.
 *
 * @param <E> the event
 */
public interface Question<E> {

    List<Message> messages(Scene scene);

    ReplyFormat format(Scene scene);

    double temperature(Scene scene);

    /** What is wrong with a reply of the right shape; empty when it can be used. */
    List<String> faults(JsonNode reply, Scene scene);

    E event(JsonNode reply, String contentHash, Scene scene);

    E degraded(String reason, Scene scene);

    /** What the reply depends on beside the scene, for the hash of the call's inputs. */
    default List<String> heard(Scene scene) {
        return List.of();
    }

    /** Identity of the call's logical inputs; model, sampling and wording of the prompt do not count. */
    default String inputHash(Scene scene) {
        return ContentHash.of(List.of(
                scene.before().hash(),
                scene.inputsHash(),
                scene.call().key().seat(),
                scene.call().key().phase(),
                scene.call().key().round(),
                heard(scene)));
    }
}
