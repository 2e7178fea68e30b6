package org.rostrum.stack.part;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.rostrum.stack.Part;
import org.rostrum.stack.state.StateFolder;

/**
 * How a JVM of ours is started: a small heap, the collector that costs least memory on two cores, an end rather than a
 * limp when memory runs out, and the ahead-of-time cache.
 */
record Jvm(Installation installation, StateFolder state, AotCache cache) {
    private static final List<String> ALL = List.of(
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "-Dfile.encoding=UTF-8",
            "-Dstdout.encoding=UTF-8",
            "-Dstderr.encoding=UTF-8",
            "-Djava.net.preferIPv4Stack=true",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    List<String> mainClass(Part part, Path jar, List<String> options, String mainClass, List<String> arguments) {
        List<String> words = start(part, jar, options);
        words.addAll(List.of("-cp", jar.toString(), mainClass));
        words.addAll(arguments);
        return words;
    }

    List<String> jar(Part part, Path jar, List<String> options) {
        List<String> words = start(part, jar, options);
        words.addAll(List.of("-jar", jar.toString()));
        return words;
    }

    /**
     * The command up to the class path.
     *
     * @param build the file that changes whenever the program is built anew
     */
    List<String> start(Part part, Path build, List<String> options) {
        List<String> jvmOptions = new ArrayList<>(ALL);
        jvmOptions.addAll(options);
        List<String> words = new ArrayList<>();
        words.add(installation.java().toString());
        words.addAll(jvmOptions);
        words.add("-XX:ErrorFile=" + state.crashReport(part));
        words.addAll(cache.options(part, build, shape(jvmOptions)));
        return words;
    }

    /** The options that decide whether a cache fits; properties of one state do not. */
    private static List<String> shape(List<String> options) {
        return options.stream().filter(option -> !option.startsWith("-D")).toList();
    }
}
