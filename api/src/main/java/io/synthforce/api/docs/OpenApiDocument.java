package io.synthforce.api.docs;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import io.swagger.v3.oas.models.tags.Tag;
import io.synthforce.api.problem.Problem;
import io.synthforce.api.request.RequestKey;
import io.synthforce.api.settings.ApiRole;
import io.synthforce.api.settings.ApiSettings;
import io.synthforce.api.settings.ApiToken;
import java.util.List;
import java.util.Set;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import tools.jackson.databind.JsonNode;

/** What the whole document says, and the names its schemas use. */
@Configuration(proxyBeanMethods = false)
@ApiRole
class OpenApiDocument {

    private static final String TOKEN = "token";

    /** Callers see a key as a header, and a tree as the object it is. */
    static {
        SpringDocUtils.getConfig()
                .addRequestWrapperToIgnore(RequestKey.class)
                .replaceWithSchema(JsonNode.class, new JsonSchema().types(Set.of("object")));
    }

    @Bean
    OpenAPI document(ApiSettings settings, ApiToken token) {
        OpenAPI document = new OpenAPI()
                .info(new Info()
                        .title(settings.name())
                        .version(settings.version())
                        .description(
                                "A company's synthetic workforce of language-model agents plays out a decision, turn by"
                                        + " turn. Errors are RFC 9457 problem details; each response names the kinds it may be,"
                                        + " and others may come to be. An operation with an Idempotency-Key among its headers"
                                        + " takes one: repeated under the same key it is answered as it was the first time. The"
                                        + " others may be repeated as they are.")
                        .license(new License().name("MIT").identifier("MIT")))
                .servers(List.of(new Server().url("/").description("This server")))
                .tags(List.of(
                        new Tag().name("Simulations").description("Start, show, pause, resume, stop and delete"),
                        new Tag().name("Turns").description("Play the next turn; read those that were played"),
                        new Tag().name("Branches").description("Fork from a turn; snapshots and the tree of forks"),
                        new Tag().name("What-if").description("Options beside no change, really played and compared"),
                        new Tag().name("Scenarios").description("What can be rehearsed: documents and the library"),
                        new Tag().name("World").description("The numbers of the simulated world, and why they changed"),
                        new Tag().name("Agents").description("The roles that can take part"),
                        new Tag().name("Memory").description("What the agents keep"),
                        new Tag().name("System").description("How the service is")));
        return withToken(document, token.isSet());
    }

    /** Clients are generated to be able to show one, whether or not the service that described itself asks for it. */
    private static OpenAPI withToken(OpenAPI document, boolean asked) {
        SecurityScheme scheme = new SecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .description("The service's API_TOKEN, where it has one");
        if (!asked) {
            document.addSecurityItem(new SecurityRequirement());
        }
        return document.components(new Components().addSecuritySchemes(TOKEN, scheme))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN));
    }

    /** No controller returns them, so nobody else would describe them. */
    @Bean
    GlobalOpenApiCustomizer describedProblems() {
        return document -> {
            Components components = document.getComponents();
            ModelConverters.getInstance(true)
                    .readAll(Problem.class)
                    .forEach((name, schema) ->
                            components.addSchemas(name, name.equals("Problem") ? withMembersOfKinds(schema) : schema));
            for (ProblemKind kind : ProblemKind.values()) {
                components.addExamples(kind.word(), kind.example());
            }
        };
    }

    private static Schema<?> withMembersOfKinds(Schema<?> problem) {
        Schema<?> branches = new JsonSchema()
                .types(Set.of("array"))
                .description("Only with has_branches: what was forked from the simulation");
        branches.setItems(new JsonSchema().types(Set.of("string")).format("uuid"));
        problem.addProperty("branches", branches);
        return problem;
    }

    /** Schemas are described by the library's own mapper, which has to name members as ours does. It is asked last. */
    @Bean
    @Order(Ordered.HIGHEST_PRECEDENCE)
    ModelResolver snakeCaseNames() {
        ObjectMapper mapper = Json31.mapper().copy();
        mapper.setPropertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE);
        return new ModelResolver(mapper).openapi31(true);
    }
}
