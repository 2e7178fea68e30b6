package org.rostrum.publishing.domain;

import java.time.Instant;

/**
 * The version that was cleared before the one that is shown.
 *
 * @param receivedAt when it was acknowledged
 */
public record ReplacedVersion(int version, Instant receivedAt) {}
