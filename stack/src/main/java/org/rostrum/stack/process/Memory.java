package org.rostrum.stack.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The memory that a process holds: its resident set, and of its descendants what they do not share. */
public final class Memory {
    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+)");
    private static final Pattern PRIVATE = Pattern.compile("Private_(?:Clean|Dirty):\\s+(\\d+)");

    private Memory() {}

    public static long kilobytes(ProcessIdentity process) {
        long own = resident(process.pid());
        long descendants = ProcessHandle.of(process.pid()).stream()
                .flatMap(ProcessHandle::descendants)
                .mapToLong(child -> sum(PRIVATE, child.pid(), "smaps_rollup"))
                .sum();
        return own + descendants;
    }

    private static long resident(long pid) {
        if (Files.exists(Path.of("/proc/self/status"))) {
            return sum(RESIDENT, pid, "status");
        }
        String answer = Programs.run(List.of("ps", "-o", "rss=", "-p", Long.toString(pid)), Map.of())
                .output()
                .strip();
        return answer.matches("\\d+") ? Long.parseLong(answer) : 0;
    }

    private static long sum(Pattern pattern, long pid, String file) {
        try {
            Matcher matcher = pattern.matcher(Files.readString(Path.of("/proc", Long.toString(pid), file)));
            long sum = 0;
            while (matcher.find()) {
                sum += Long.parseLong(matcher.group(1));
            }
            return sum;
        } catch (IOException _) {
            return 0;
        }
    }
}
