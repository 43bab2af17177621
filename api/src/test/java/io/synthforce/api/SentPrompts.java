package io.synthforce.api;

import io.synthforce.workflows.json.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What models were really sent, as it is kept with their replies. */
public record SentPrompts(JdbcClient jdbc) {

    private static final List<String> SECTIONS =
            List.of("What you remember", "Your open commitments", "Also to look back on");

    /** The lines of a position's request that are of memories. */
    public List<String> remembered(String id, int turn, String seat) {
        List<String> lines = new ArrayList<>();
        for (String section : position(id, turn, seat).split("(^|\n)## ")) {
            List<String> all = section.lines().toList();
            if (!all.isEmpty() && SECTIONS.contains(all.getFirst())) {
                all.stream()
                        .skip(1)
                        .filter(line -> line.startsWith("- "))
                        .forEach(line -> lines.add(line.substring(2)));
            }
        }
        return lines;
    }

    /** The request for a seat's position. */
    public String position(String id, int turn, String seat) {
        String request = jdbc.sql("""
                        select a.request from calls c join attempts a on a.id = c.attempt
                        where c.simulation = :id and c.turn = :turn and c.seat = :seat and c.phase = 'position'""")
                .param("id", UUID.fromString(id))
                .param("turn", turn)
                .param("seat", seat)
                .query(String.class)
                .single();
        return Json.mapper().readTree(request).at("/messages/1/content").asString();
    }
}
