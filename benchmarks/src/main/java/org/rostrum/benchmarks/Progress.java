package org.rostrum.benchmarks;

import java.io.PrintStream;
import java.util.Locale;

/** Says on the terminal what is being measured, with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long begin = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String message) {
        out.printf(Locale.ROOT, "%5.0f s  %s%n", (System.nanoTime() - begin) / 1e9, message);
    }

    /** Text as it is. */
    public void print(String text) {
        out.print(text);
    }
}
