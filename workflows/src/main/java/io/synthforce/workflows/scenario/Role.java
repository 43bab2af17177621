package io.synthforce.workflows.scenario;

import java.util.List;

/**
 * A kind of agent: who it is ({@code persona}, the text it is prompted with), what it can do and when it speaks.
 *
 * @param priority 0 to 100; higher speaks first
 */
public record Role(
        String role,
        String name,
        String description,
        List<String> capabilities,
        Traits personalityTraits,
        int priority,
        String persona) {}
