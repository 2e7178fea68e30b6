package org.rostrum.processing.adapter.extraction;

/** How much the operating system has to keep away from workers. */
public enum JailPolicy {
    /** No worker without: where the system cannot cut the network off, no file is read and the service does not start. */
    REQUIRED,
    /** As much as the system offers. */
    PREFERRED,
    /** None: workers are kept from the network by Java alone. */
    OFF
}
