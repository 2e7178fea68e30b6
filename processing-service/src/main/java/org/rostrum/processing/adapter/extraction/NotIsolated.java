package org.rostrum.processing.adapter.extraction;

/** The operator demands that workers have no network, and here they would have one. */
public final class NotIsolated extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    NotIsolated() {
        super("Extraction workers would have a network here, and ROSTRUM_EXTRACTION_JAIL=required forbids that. Run"
                + " on Linux with seccomp or user namespaces, or set it to preferred; docs/operations.md says what"
                + " each protects.");
    }
}
