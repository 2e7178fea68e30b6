package org.rostrum.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LaunchTest {
    private static final int NICE = 16;

    @TempDir
    Path folder;

    @Test
    void a_process_that_gives_way_has_the_pid_that_was_noted_and_a_lower_priority() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        Launch launch = new Launch(List.of("sleep", "60"), Map.of(), folder.resolve("log"));

        long usual = launch.start().pid();
        long givingWay = launch.givingWay().start().pid();

        try {
            await().untilAsserted(() -> assertThat(name(givingWay)).isEqualTo("sleep"));
            assertThat(priority(givingWay)).isEqualTo(Math.min(19, priority(usual) + 10));
        } finally {
            ProcessHandle.of(usual).ifPresent(ProcessHandle::destroy);
            ProcessHandle.of(givingWay).ifPresent(ProcessHandle::destroy);
        }
    }

    private static String name(long pid) throws IOException {
        return Files.readString(Path.of("/proc", Long.toString(pid), "comm")).strip();
    }

    private static int priority(long pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[NICE]);
    }
}
