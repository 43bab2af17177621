package io.synthforce.crash;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;

/** The races with everything embedded and Temporal in the process. */
@Tag("full")
class InProcessRacesIT extends Commands {

    @BeforeAll
    void start(@TempDir Path directory) {
        begin(Stage.withEverythingEmbedded(directory));
    }
}
