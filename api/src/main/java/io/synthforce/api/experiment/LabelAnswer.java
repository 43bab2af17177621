package io.synthforce.api.experiment;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.experiment.BranchRun;
import io.synthforce.workflows.judging.RunLabel;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What a person said of a run. */
@Schema(name = "Label")
record LabelAnswer(
        UUID sessionId,
        int position,
        String proposition,
        String labeller,
        boolean holds,
        @Nullable String note) {

    static LabelAnswer of(RunLabel label, List<String> propositions, BranchRun run) {
        return new LabelAnswer(
                run.branch(),
                label.position(),
                propositions.get(label.proposition()),
                label.labeller(),
                label.holds(),
                label.note());
    }
}
