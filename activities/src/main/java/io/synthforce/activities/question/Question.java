package io.synthforce.activities.question;

import io.synthforce.activities.groq.Message;
import io.synthforce.activities.groq.ReplyFormat;
import io.synthforce.store.call.RecordedCall;
import io.synthforce.workflows.json.ContentHash;
import io.synthforce.workflows.json.Json;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * One kind of model call: how it is asked, what a usable reply is and what the reply means as an event.
 *
 * @param <E> the event
 */
public abstract class Question<E> {

    public final List<Message> messages(Scene scene) {
        String material =
                material(scene).add("What is asked of you", asked(scene)).toString();
        return List.of(addressee(scene), Message.user(material));
    }

    public abstract ReplyFormat format(Scene scene);

    public double temperature(Scene scene) {
        return scene.scenario().settings().temperature();
    }

    /**
     * How many tokens an answer may take.
     *
     * @param usual as it is set for all calls
     */
    public int maxTokens(int usual) {
        return usual;
    }

    /** What is wrong with a reply of the right shape; empty when it can be used. */
    public List<String> faults(JsonNode reply, Scene scene) {
        return Speech.faults(reply);
    }

    public abstract E event(JsonNode reply, String contentHash, Scene scene);

    public abstract E degraded(String reason, Scene scene);

    /**
     * What a recorded reply means, or the degraded event when the call was given up.
     *
     * @throws AnsweredOtherInputs if it did not answer the inputs the scene holds
     */
    public final E read(RecordedCall reply, Scene scene) {
        if (!reply.inputHash().equals(inputHash(scene))) {
            throw new AnsweredOtherInputs(reply.key());
        }
        if (reply.reply() == null || reply.contentHash() == null) {
            return degraded(String.valueOf(reply.reason()), scene);
        }
        return event(Json.mapper().readTree(reply.reply()), reply.contentHash(), scene);
    }

    /** Identity of the call's logical inputs; model, sampling and wording of the prompt do not count. */
    public final String inputHash(Scene scene) {
        return ContentHash.of(List.of(
                scene.before().hash(),
                scene.inputsHash(),
                scene.call().key().seat(),
                scene.call().key().phase(),
                scene.call().key().round(),
                heard(scene)));
    }

    /** Who is asked, as the system message puts it. */
    Message addressee(Scene scene) {
        return Briefing.agent(scene);
    }

    /** What the asked one is given to read. */
    abstract Sections material(Scene scene);

    abstract String asked(Scene scene);

    /** What the reply depends on beside the scene: content hashes of what was heard. */
    List<String> heard(Scene scene) {
        return List.of();
    }
}
