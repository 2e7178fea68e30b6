package org.rostrum.platform.connection;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How slow the other side of a connection may be. Slower ones are closed, so that no number of them wears us down. */
@ConfigMapping(prefix = "rostrum.connection")
public interface ConnectionConfig {

    /** Whether connections are watched at all. */
    @WithDefault("true")
    boolean watched();

    /** From the connection, or the first byte of a further request, to the end of the request's headers. */
    @WithDefault("8s")
    Duration headers();

    /** Between two requests of one connection. */
    @WithDefault("60s")
    Duration idle();

    /** The slowest body that is waited for, in bytes a second; a slower one is answered 408. */
    @WithDefault("256")
    int bytesPerSecond();

    /** Over which time {@link #bytesPerSecond} is measured, so that a short gap in the line does no harm. */
    @WithDefault("20s")
    Duration bodyWindow();

    /** How long an answer may lie unread without a byte of it leaving. */
    @WithDefault("20s")
    Duration unread();
}
