package io.synthforce.workflows.estimation;

/**
 * The kinds of functions IFPUG counts, with its tables (Counting Practices Manual 4.3.1, part 2): complexity by data
 * element types and by files (file types referenced; of a file itself its record element types), weight by complexity.
 */
public enum FunctionType {
    /** External input. */
    EI(new Steps(1, 2), new Steps(4, 15), 3, 4, 6),
    /** External output. */
    EO(new Steps(1, 3), new Steps(5, 19), 4, 5, 7),
    /** External inquiry. */
    EQ(new Steps(1, 3), new Steps(5, 19), 3, 4, 6),
    /** Internal logical file. */
    ILF(new Steps(1, 5), new Steps(19, 50), 7, 10, 15),
    /** External interface file. */
    EIF(new Steps(1, 5), new Steps(19, 50), 5, 7, 10);

    /** Up to {@code low} is the first step of a table's axis, up to {@code middle} the second. */
    private record Steps(int low, int middle) {

        int of(int count) {
            return count <= low ? 0 : count <= middle ? 1 : 2;
        }
    }

    private final Steps files;
    private final Steps dataElements;
    private final int low;
    private final int average;
    private final int high;

    FunctionType(Steps files, Steps dataElements, int low, int average, int high) {
        this.files = files;
        this.dataElements = dataElements;
        this.low = low;
        this.average = average;
        this.high = high;
    }

    /** All five tables have one pattern: L L A, L A H, A H H. */
    public Complexity complexity(int dataElementTypes, int fileTypes) {
        return switch (files.of(fileTypes) + dataElements.of(dataElementTypes)) {
            case 0, 1 -> Complexity.LOW;
            case 2 -> Complexity.AVERAGE;
            default -> Complexity.HIGH;
        };
    }

    /** Unadjusted function points. */
    public int weight(Complexity complexity) {
        return switch (complexity) {
            case LOW -> low;
            case AVERAGE -> average;
            case HIGH -> high;
        };
    }

    /** Whether it is a file, whose second count is of record types. */
    public boolean isFile() {
        return this == ILF || this == EIF;
    }
}
