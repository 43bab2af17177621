package io.synthforce.api.scenario;

import io.synthforce.api.problem.InvalidField;
import io.synthforce.api.problem.InvalidFields;
import io.synthforce.api.settings.ApiRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/** The scenarios that ship, one file each; the name of the file is the id. */
@Component
@ApiRole
public final class ScenarioLibrary {

    private static final String FILES = "classpath*:scenarios/*.yaml";

    private final List<Entry> entries;

    @Autowired
    ScenarioLibrary() throws IOException {
        Resource[] files =
                new PathMatchingResourcePatternResolver(ScenarioLibrary.class.getClassLoader()).getResources(FILES);
        this.entries = Arrays.stream(files)
                .map(ScenarioLibrary::entry)
                .sorted(Comparator.comparing(Entry::id))
                .toList();
    }

    private ScenarioLibrary(List<Entry> entries) {
        this.entries = entries;
    }

    /** Another library than the one that ships. */
    public static ScenarioLibrary of(List<Entry> entries) {
        return new ScenarioLibrary(List.copyOf(entries));
    }

    /** @param text the file as it is */
    public record Entry(String id, String text, Documents.Read read) {}

    public List<Entry> all() {
        return entries;
    }

    public Optional<Entry> find(String id) {
        return entries.stream().filter(entry -> entry.id().equals(id)).findFirst();
    }

    /** @throws InvalidFields naming the field of the request, when there is none of that id */
    public Entry require(String id, String field) {
        return find(id).orElseThrow(() -> new InvalidFields(List.of(new InvalidField(
                field,
                "Input should be "
                        + entries.stream().map(entry -> "'" + entry.id() + "'").collect(Collectors.joining(", ")),
                "enum"))));
    }

    private static Entry entry(Resource file) {
        String name = String.valueOf(file.getFilename()).replaceFirst("\\.yaml$", "");
        try {
            String text = file.getContentAsString(StandardCharsets.UTF_8);
            return new Entry(name, text, Documents.read(text, name));
        } catch (InvalidFields invalid) {
            throw new IllegalStateException(
                    "The scenario %s is not valid: %s".formatted(name, invalid.fields()), invalid);
        } catch (IOException e) {
            throw new IllegalStateException("The scenario %s cannot be read".formatted(name), e);
        }
    }
}
