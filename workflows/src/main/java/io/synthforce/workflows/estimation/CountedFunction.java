package io.synthforce.workflows.estimation;

/**
 * A function of the product with its counts.
 *
 * @param dataElements data element types (DET), at least 1
 * @param files file types referenced (FTR); of a file its record element types (RET)
 */
public record CountedFunction(String name, FunctionType type, int dataElements, int files) {

    public Complexity complexity() {
        return type.complexity(dataElements, files);
    }

    /** Unadjusted function points. */
    public int points() {
        return type.weight(complexity());
    }
}
