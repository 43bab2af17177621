package io.synthforce.api.brief;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.store.brief.WrittenBrief;
import io.synthforce.workflows.brief.Prose;
import io.synthforce.workflows.brief.Section;
import io.synthforce.workflows.brief.Sentence;
import io.synthforce.workflows.turn.Scripted;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The brief in sentences of a model, each of which cites what it rests on. Of what was written only that is shown whose sources
 * exist, hold its numbers and, by the reading of a second call, say what it says.
 *
 * @param state {@code none} until somebody asks for it, {@code in_progress}, {@code ready} or {@code failed}
 * @param notice says so when a script wrote or checked it and no model
 * @param kept sentences that are shown, of so many {@code written}
 * @param told the rate in words
 * @param dropped the others, by why they fell
 * @param sources that are cited, as they were when it was written
 * @param writer the model that wrote, {@code judge} the one that checked; null when none was asked
 */
@Schema(name = "BriefProse")
record ProseAnswer(
        @Schema(example = "ready") String state,
        @Nullable String failure,
        @Nullable String notice,
        int kept,
        int written,
        String told,
        List<Dropped> dropped,
        List<Part> sections,
        List<BriefAnswer.Source> sources,
        @Nullable String writer,
        @Nullable String judge,
        @Nullable Instant writtenAt) {

    /**
     * Sentences that fell.
     *
     * @param reason {@code uncited}, {@code unknown_source}, {@code ungrounded_number}, {@code called_probability} or
     *     {@code not_entailed}
     */
    @Schema(name = "BriefDropped")
    record Dropped(@Schema(example = "not_entailed") String reason, int sentences) {}

    /** What was written of one thing. */
    @Schema(name = "BriefSection")
    record Part(@Schema(example = "answer") String section, List<Cited> sentences) {}

    /** @param sources ids of what it rests on */
    @Schema(name = "BriefSentence")
    record Cited(String text, List<String> sources) {}

    static final ProseAnswer NONE = standing("none", null);

    /** @param sources as they are shown */
    static ProseAnswer of(WrittenBrief brief, List<BriefAnswer.Source> sources) {
        Prose prose = brief.prose();
        return switch (brief.state()) {
            case OPEN -> standing("in_progress", null);
            case FAILED -> standing("failed", brief.detail());
            case DONE -> prose == null ? standing("failed", brief.detail()) : of(prose, sources, brief.endedAt());
        };
    }

    private static ProseAnswer of(Prose prose, List<BriefAnswer.Source> sources, @Nullable Instant writtenAt) {
        List<String> cited = prose.kept().stream()
                .flatMap(sentence -> sentence.cites().stream())
                .toList();
        return new ProseAnswer(
                "ready",
                null,
                prose.scripted() ? Scripted.NOTICE : null,
                prose.kept().size(),
                prose.sentences().size(),
                prose.told(),
                prose.dropped().entrySet().stream()
                        .map(fell -> new Dropped(fell.getKey().word(), fell.getValue()))
                        .toList(),
                Arrays.stream(Section.values())
                        .map(section -> new Part(section.word(), sentences(prose, section)))
                        .filter(part -> !part.sentences().isEmpty())
                        .toList(),
                sources.stream().filter(source -> cited.contains(source.id())).toList(),
                prose.writer(),
                prose.judge(),
                writtenAt);
    }

    private static List<Cited> sentences(Prose prose, Section section) {
        return prose.kept().stream()
                .filter(sentence -> sentence.section() == section)
                .map(ProseAnswer::cited)
                .toList();
    }

    private static Cited cited(Sentence sentence) {
        return new Cited(sentence.text(), sentence.cites());
    }

    private static ProseAnswer standing(String state, @Nullable String failure) {
        return new ProseAnswer(state, failure, null, 0, 0, "", List.of(), List.of(), List.of(), null, null, null);
    }
}
