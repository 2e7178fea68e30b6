package org.rostrum.benchmarks.load;

/** The requests of a stream, complete as they go over the wire. */
@FunctionalInterface
public interface Messages {
    byte[] next();
}
