package io.synthforce.store.bundle;

import io.synthforce.store.bundle.ImportRows.Asked;
import io.synthforce.store.journal.JournalRows;
import io.synthforce.store.plan.Plans;
import io.synthforce.store.snapshot.Snapshots;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Takes simulations in that were played elsewhere, with all they were forked from. They are simulations of their own here,
 * under new ids, and nothing that was paid there is paid again.
 */
public class Imports {

    private static final String FIND = """
            select id, start_hash from simulations where owner = :owner and start_key = :key""";

    private static final String NAME = "update simulations set start_key = :key where id = :id";

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final JournalRows journal;
    private final Snapshots snapshots;
    private final Plans plans;

    public Imports(
            JdbcClient jdbc, TransactionTemplate transaction, JournalRows journal, Snapshots snapshots, Plans plans) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.journal = journal;
        this.snapshots = snapshots;
        this.plans = plans;
    }

    /** How an import went. */
    public sealed interface Imported {
        /** Written now, or earlier under the same key and bundle. */
        record Simulation(UUID id, boolean isNew) implements Imported {}

        /** The key was used for another bundle. */
        record KeyConflict() implements Imported {}
    }

    /**
     * Writes all of a bundle or nothing.
     *
     * @param bodyHash of the bundle
     * @throws InvalidBundle if it is none, or its parts do not hold together
     */
    public Imported read(Path bundle, String owner, String key, String bodyHash) {
        Asked asked = new Asked(owner, "import/" + key, bodyHash);
        try {
            return transaction.execute(_ -> found(asked).orElseGet(() -> write(bundle, asked)));
        } catch (DuplicateKeyException twice) {
            return found(asked)
                    .orElseThrow(
                            () -> new InvalidBundle("simulations", "Something is there twice that can be there once"));
        } catch (DataIntegrityViolationException broken) {
            throw new InvalidBundle("simulations", "Something is out of its bounds");
        }
    }

    private Optional<Imported> found(Asked asked) {
        return jdbc.sql(FIND)
                .param("owner", asked.owner())
                .param("key", asked.key())
                .<Imported>query((row, _) -> asked.bodyHash().equals(row.getString("start_hash"))
                        ? new Imported.Simulation(row.getObject("id", UUID.class), false)
                        : new Imported.KeyConflict())
                .optional();
    }

    private Imported write(Path bundle, Asked asked) {
        Importing importing = new Importing(journal, snapshots, plans, new ImportRows(jdbc), asked);
        try (InputStream in = Files.newInputStream(bundle)) {
            BundleReader.read(in, importing);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        UUID id = importing.whole();
        jdbc.sql(NAME).param("key", asked.key()).param("id", id).update();
        return new Imported.Simulation(id, true);
    }
}
