package io.synthforce.workflows.brief;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Records the histories that {@link BriefReplayTest} replays, on a real server. Run it for a new way a brief can go, and keep
 * the old recordings: they stand for briefs that are being written when a release is rolled out.
 *
 * <pre>./mvnw -pl workflows -am test -Dtest=RecordBriefs -Dsurefire.failIfNoSpecifiedTests=false -Drecord.histories=true</pre>
 */
@EnabledIfSystemProperty(named = "record.histories", matches = "true")
class RecordBriefs {

    @Test
    void written() throws IOException {
        record("written", briefs -> briefs.asksDirectly(2));
    }

    @Test
    void endedByADefect() throws IOException {
        record("defect", FakeBriefs::cannotCheck);
    }

    private static void record(String name, Consumer<FakeBriefs> scene) throws IOException {
        try (BriefStage stage = BriefStage.onARealServer()) {
            scene.accept(stage.briefs);
            stage.run();
            Path file = Path.of("src/test/resources/briefs", name + ".json");
            Files.createDirectories(file.getParent());
            Files.writeString(file, stage.history().toJson(true), UTF_8);
        }
    }
}
