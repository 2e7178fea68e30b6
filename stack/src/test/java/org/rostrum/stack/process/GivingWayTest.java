package org.rostrum.stack.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GivingWayTest {
    private static final int NICE = 16;
    private static final int GROUP = 2;

    @TempDir
    Path folder;

    @Test
    void a_process_that_gives_way_has_a_lower_priority_than_another() throws IOException {
        assumeTrue(Files.exists(Path.of("/proc/self/stat")));
        Launch launch = new Launch(List.of("sleep", "60"), Map.of(), folder.resolve("log"));
        ProcessIdentity usual = launch.start();
        ProcessIdentity givingWay = launch.start();
        Awaitility.await().until(() -> field(givingWay, GROUP) == givingWay.pid());

        givingWay.giveWay();

        try {
            assertThat(field(givingWay, NICE)).isEqualTo(10).isGreaterThanOrEqualTo(field(usual, NICE));
        } finally {
            ProcessHandle.of(usual.pid()).ifPresent(ProcessHandle::destroy);
            ProcessHandle.of(givingWay.pid()).ifPresent(ProcessHandle::destroy);
        }
    }

    private static long field(ProcessIdentity process, int index) throws IOException {
        String stat = Files.readString(Path.of("/proc", Long.toString(process.pid()), "stat"));
        return Long.parseLong(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[index]);
    }
}
