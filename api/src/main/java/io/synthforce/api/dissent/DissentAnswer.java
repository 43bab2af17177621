package io.synthforce.api.dissent;

import io.swagger.v3.oas.annotations.media.Schema;
import io.synthforce.workflows.dissent.Groupthink;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who stood against what was decided, and the signs that nobody could.
 *
 * @param open how many of the dissents of the last turn shown are still held
 * @param scripted a script spoke, and no model was asked
 */
@Schema(name = "DissentRegister")
record DissentAnswer(
        UUID sessionId,
        int fromTurn,
        int toTurn,
        int open,
        boolean scripted,
        List<Entry> dissents,
        GroupthinkAnswer groupthink) {

    private static final int DECIMALS = 3;

    /**
     * A seat that stood against a decision, before the discussion or still after it.
     *
     * @param rule by which it was decided: ceo, owner, majority or consent
     * @param before its stance in its private position, from -2 (for the other option) to 2; {@code after} the replies
     * @param conceded whether it said that the other argument moved it
     * @param quote how its position began, in its own words
     * @param overruledBy seats: who decided, or all on the winning side
     * @param openSince the first of the turns in a row in which it stands against what is decided; null when it does no longer
     */
    @Schema(name = "Dissent")
    record Entry(
            int turn,
            String issue,
            String choice,
            @Schema(example = "ceo") String rule,
            String seat,
            String agentRole,
            int before,
            int after,
            boolean conceded,
            String quote,
            List<String> overruledBy,
            @Nullable Integer openSince) {}

    /**
     * Outward signs of groupthink; docs/numbers.md has their thresholds and sources.
     *
     * @param level {@code alarm} from three turns in a row with a sign on one issue, {@code watch} at two, else {@code none}
     * @param turnsRunning the longest such row
     * @param turns that were looked at
     */
    @Schema(name = "Groupthink")
    record GroupthinkAnswer(
            @Schema(example = "none") String level, int turnsRunning, int turns, List<SignAnswer> evidence) {}

    /**
     * One sign in one turn.
     *
     * @param sign unanimous_without_counter_argument, entropy_collapsed or deference
     * @param seats that took a stance
     * @param entropyBefore of the private positions, 0 (all the same) to 1; entropyAfter when all had replied
     * @param gaveWay seats that went over to the leader
     * @param leader the seat of highest priority
     */
    @Schema(name = "GroupthinkSign")
    record SignAnswer(
            int turn,
            String issue,
            String sign,
            int seats,
            BigDecimal entropyBefore,
            BigDecimal entropyAfter,
            int gaveWay,
            String leader) {}

    static GroupthinkAnswer groupthink(Groupthink.Finding finding) {
        return new GroupthinkAnswer(
                finding.level().name().toLowerCase(Locale.ROOT),
                finding.longest(),
                finding.turns(),
                finding.evidence().stream()
                        .map(one -> new SignAnswer(
                                one.turn(),
                                one.issue(),
                                one.sign().name().toLowerCase(Locale.ROOT),
                                one.seats(),
                                rounded(one.before()),
                                rounded(one.after()),
                                one.gaveWay(),
                                one.leader()))
                        .toList());
    }

    private static BigDecimal rounded(double value) {
        return BigDecimal.valueOf(value).setScale(DECIMALS, RoundingMode.HALF_UP);
    }
}
