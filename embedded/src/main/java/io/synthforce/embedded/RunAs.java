package io.synthforce.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;

/** Who runs PostgreSQL, which refuses to be run by root. */
enum RunAs {
    OURSELVES(List.of()),

    /** Root in a user namespace where it is nobody in particular; the files stay root's. */
    NAMESPACE(List.of("unshare", "-U")),

    /** Where a container forbids namespaces: the user without rights, to whom the files are given. */
    NOBODY(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));

    private static final int NOBODYS_ID = 65534;

    private final List<String> prefix;

    RunAs(List<String> prefix) {
        this.prefix = prefix;
    }

    /** Whoever owns the files already, else the first that works here. */
    static RunAs forFilesIn(Path cluster) throws IOException {
        if (!isRoot()) {
            return OURSELVES;
        }
        var given =
                Files.exists(cluster) && Files.getAttribute(cluster, "unix:uid").equals(NOBODYS_ID);
        if (!given && NAMESPACE.works()) {
            return NAMESPACE;
        }
        if (NOBODY.works()) {
            return NOBODY;
        }
        throw new EmbeddedFailure(
                "PostgreSQL refuses to run as root, and here root may neither use unshare -U nor setpriv.",
                "Run synthforce as another user, or set DATABASE_URL to a PostgreSQL server.");
    }

    List<String> prefix() {
        return prefix;
    }

    /** Gives the directory to whoever is to run PostgreSQL on it, with a way to get there. */
    void own(Path directory) throws IOException {
        if (this != NOBODY) {
            return;
        }
        try (var files = Files.walk(directory)) {
            for (var file : (Iterable<Path>) files::iterator) {
                Files.setAttribute(file, "unix:uid", NOBODYS_ID);
                Files.setAttribute(file, "unix:gid", NOBODYS_ID);
            }
        }
        var parent = directory.getParent();
        var permissions = Files.getPosixFilePermissions(parent);
        if (permissions.add(PosixFilePermission.OTHERS_EXECUTE)) {
            Files.setPosixFilePermissions(parent, permissions);
        }
    }

    static boolean isRoot() throws IOException {
        var self = Path.of("/proc/self");
        return Files.exists(self)
                ? Files.getAttribute(self, "unix:uid").equals(0)
                : System.getProperty("user.name").equals("root");
    }

    private boolean works() throws IOException {
        if (SearchPath.find(prefix.getFirst()).isEmpty()) {
            return false;
        }
        var trial = new ArrayList<>(prefix);
        trial.add("true");
        try {
            return new ProcessBuilder(trial)
                            .redirectErrorStream(true)
                            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                            .start()
                            .waitFor()
                    == 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
