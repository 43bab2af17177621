package io.synthforce.workflows.scenario;

/**
 * A memo or a table that everybody in the company has before them. Numbers of it can be relied on; who uses it cites it by
 * its id in brackets.
 *
 * @param id by which it is cited, {@code [churn_report]}
 * @param text of a table, its rows as CSV under a line of names
 */
public record Attachment(String id, String title, Type type, String text) {

    /** What it is. */
    public enum Type {
        MEMO,
        CSV
    }

    /** Whether a text names it as its source. */
    public boolean citedIn(String said) {
        return said.contains("[" + id + "]");
    }
}
