package io.synthforce.api.journal;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.synthforce.api.problem.InvalidRequest;
import io.synthforce.api.problem.UnknownSimulation;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.simulation.Standings;
import io.synthforce.api.stream.Streams;
import io.synthforce.store.simulation.SimulationRow;
import io.synthforce.store.simulation.Simulations;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Streams what happens in a simulation to whoever follows it. */
@RestController
@ApiRole
@Tag(name = "Simulations")
final class EventsController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";
    private static final String LAST_EVENT_ID_QUERY = "last_event_id";

    private final Simulations simulations;
    private final JournalEvents journal;
    private final Standings standings;
    private final Streams streams;

    EventsController(Simulations simulations, JournalEvents journal, Standings standings, Streams streams) {
        this.simulations = simulations;
        this.journal = journal;
        this.standings = standings;
        this.streams = streams;
    }

    @GetMapping("/simulations/{session_id}/events")
    @Operation(
            operationId = "follow_events",
            summary = "Follow a simulation as server-sent events",
            description = """
                    Journal events carry their position as id and their type as name, with the texts that were said; a
                    reader that comes back with the last id it saw (header, or query where headers cannot be set) goes on
                    right after it. Without one it is sent everything from the beginning. An event named state, without an
                    id, shows who is thinking and what is waited for, whenever that changes. An event named end is the last
                    one: the simulation is completed, failed or deleted. A reader that comes back to an ended simulation
                    after its last event is answered 204, upon which browsers stop coming back.""",
            responses = {
                @ApiResponse(
                        responseCode = "200",
                        description = "The stream",
                        content =
                                @Content(
                                        mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
                                        schema = @Schema(implementation = JournalEvent.class))),
                @ApiResponse(responseCode = "204", description = "The simulation has ended and all of it was seen")
            })
    void follow(
            @PathVariable("session_id") UUID sessionId,
            @Parameter(description = "The last id that was seen")
                    @RequestHeader(value = LAST_EVENT_ID, required = false)
                    @Min(0)
                    @Nullable
                    Long lastEventId,
            @Parameter(description = "The same, where headers cannot be set; the header counts")
                    @RequestParam(value = LAST_EVENT_ID_QUERY, required = false)
                    @Min(0)
                    @Nullable
                    Long lastEventIdQuery,
            HttpMethod method,
            HttpServletResponse response)
            throws IOException, InterruptedException {
        SimulationRow simulation = simulations.find(sessionId).orElseThrow(() -> new UnknownSimulation(sessionId));
        long seen = seen(simulation, lastEventId, lastEventIdQuery);
        if (seen == simulation.head() && Reader.hasEnded(simulation.status())) {
            response.setStatus(HttpStatus.NO_CONTENT.value());
        } else {
            streams.open(
                    sessionId,
                    method,
                    response,
                    stream -> new Reader(
                            sessionId, simulation.scenario().world(), seen, simulations, journal, standings, stream));
        }
    }

    private static long seen(SimulationRow simulation, @Nullable Long header, @Nullable Long query) {
        Long last = header != null ? header : query;
        if (last != null && last > simulation.head()) {
            throw new InvalidRequest(
                    header != null ? "header." + LAST_EVENT_ID : "query." + LAST_EVENT_ID_QUERY,
                    "less_than_equal",
                    "Input should be less than or equal to %d, the id of the last event".formatted(simulation.head()));
        }
        return last == null ? 0 : last;
    }
}
