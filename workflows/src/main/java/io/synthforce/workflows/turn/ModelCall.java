package io.synthforce.workflows.turn;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.synthforce.workflows.journal.Disagreement;
import org.jspecify.annotations.Nullable;

/**
 * What an activity needs to make one model call. It loads texts itself, by reference, so that none passes through
 * history.
 *
 * @param budgetScope the root simulation, whose budget all its branches share
 * @param disagreement what a reply answers, null in other phases
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ModelCall(
        CallKey key,
        CallClass callClass,
        String budgetScope,
        @Nullable Disagreement disagreement) {}
