package io.synthforce.api.contract;

import io.synthforce.workflows.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.stream.Stream;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import tools.jackson.databind.JsonNode;

/** A table of the contract. */
final class Table {

    private Table() {}

    static Stream<JsonNode> rows(String name) {
        try (InputStream file =
                Objects.requireNonNull(Table.class.getResourceAsStream("/contract/" + name + ".yaml"))) {
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(1_000);
            Object rows = new Yaml(options).load(file);
            return Json.mapper().<JsonNode>valueToTree(rows).valueStream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
