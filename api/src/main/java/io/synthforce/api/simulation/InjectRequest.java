package io.synthforce.api.simulation;

import io.swagger.v3.oas.annotations.media.Schema;
import org.hibernate.validator.constraints.CodePointLength;
import org.jspecify.annotations.Nullable;

/**
 * Something that is to happen to the company: either an event of the world's catalogue, or one in your own words.
 *
 * @param event id in the catalogue; it has the effects and the visibility the catalogue gives it
 * @param text what happens, in your own words; it changes no number by itself
 * @param visibility who learns of it; public when left out
 * @param role the only role that learns of it, when it is private
 */
record InjectRequest(
        @CodePointLength(max = 255)
        @Schema(description = "An event of the world's catalogue, with its effects", example = "demand_shift")
        @Nullable
        String event,

        @CodePointLength(min = 1, max = 2000)
        @Schema(description = "What happens, in your own words; it changes no number by itself")
        @Nullable
        String text,

        @Schema(
                description = "Who learns of an event in your own words",
                allowableValues = {"public", "internal", "private"},
                defaultValue = "public")
        @Nullable
        String visibility,

        @CodePointLength(max = 60) @Schema(description = "The only role that learns of a private event") @Nullable
        String role) {}
