package org.rostrum.stack;

import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Says line by line what happens, from several threads at once. */
public final class Progress {
    private final PrintStream out;

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        synchronized (out) {
            out.println(line);
            out.flush();
        }
    }

    public void done(String what, Duration after) {
        say(" ✓ " + what + " after " + seconds(after));
    }

    public void wrong(String what) {
        say(" ✗ " + what);
    }

    public static String seconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f s", duration.toMillis() / 1000.0);
    }
}
