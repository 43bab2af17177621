package io.synthforce.workflows.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SeatTest {

    @Test
    void theSevenRolesThatShipSpeakInOrderOfPriority() {
        assertThat(Scenarios.fullCast())
                .extracting(Seat::id)
                .containsExactly("ceo", "pm", "engineering_lead", "designer", "sales", "support", "simulation_analyst");
    }

    @Test
    void aRoleNamedTwiceHasTwoSeats() {
        Role sales = Roles.require("sales");

        assertThat(Seat.seatsFor(List.of(sales, Roles.require("ceo"), sales)))
                .extracting(Seat::id)
                .containsExactly("ceo", "sales", "sales-2");
    }
}
