package org.rostrum.stack.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessIdentityTest {
    @TempDir
    Path folder;

    @Test
    void a_running_process_is_alive_and_itself() {
        long pid = ProcessHandle.current().pid();

        assertThat(ProcessIdentity.running(pid).orElseThrow().alive()).isTrue();
        assertThat(ProcessIdentity.running(pid)).isEqualTo(ProcessIdentity.running(pid));
    }

    @Test
    void a_later_process_with_the_same_number_is_not_mistaken_for_the_noted_one() {
        ProcessIdentity former = new ProcessIdentity(ProcessHandle.current().pid(), "another-boot/17");
        PidFile file = new PidFile(folder.resolve("kafka.pid"));
        file.note(former);

        assertThat(former.alive()).isFalse();
        assertThat(file.running()).isEmpty();
    }

    @Test
    void a_process_that_has_ended_is_not_alive() throws Exception {
        Process process = new ProcessBuilder("true").start();
        ProcessIdentity identity = new ProcessIdentity(process.pid(), "any");

        process.waitFor();

        assertThat(identity.alive()).isFalse();
    }

    @Test
    void a_pid_file_that_a_crash_left_empty_or_torn_counts_as_none() throws IOException {
        Path path = folder.resolve("s3.pid");

        assertThat(new PidFile(path).running()).isEmpty();
        Files.writeString(path, "");
        assertThat(new PidFile(path).running()).isEmpty();
        Files.writeString(path, "12x4 8");
        assertThat(new PidFile(path).running()).isEmpty();
    }

    @Test
    void a_noted_process_is_found_again() {
        PidFile file = new PidFile(folder.resolve("run/intake.pid"));
        ProcessIdentity self =
                ProcessIdentity.running(ProcessHandle.current().pid()).orElseThrow();

        file.note(self);

        assertThat(file.running()).contains(self);
        file.forget();
        assertThat(file.running()).isEmpty();
    }
}
