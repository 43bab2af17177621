package io.synthforce.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The memory of a Java process.
 *
 * @param resident what the system counts, in megabytes
 * @param live what is left of the heap after a full collection, in megabytes
 */
record Memory(double resident, double live) {

    private static final Pattern RSS = Pattern.compile("VmRSS:\\s+(\\d+) kB");
    private static final Pattern USED = Pattern.compile("used (\\d+)K");

    static Memory of(long pid) throws IOException {
        jcmd(pid, "GC.run");
        String heap = jcmd(pid, "GC.heap_info");
        String status = Files.readString(Path.of("/proc", String.valueOf(pid), "status"));
        return new Memory(megabytes(RSS.matcher(status)), megabytes(USED.matcher(heap)));
    }

    private static double megabytes(Matcher kilobytes) {
        return kilobytes.find() ? Long.parseLong(kilobytes.group(1)) / 1024.0 : Double.NaN;
    }

    private static String jcmd(long pid, String command) throws IOException {
        String jcmd = Path.of(System.getProperty("java.home"), "bin", "jcmd").toString();
        Process process = new ProcessBuilder(jcmd, String.valueOf(pid), command).start();
        return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
        return "%.0f MB resident, %.0f MB live on the heap".formatted(resident, live);
    }
}
