package org.rostrum.stack.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.rostrum.stack.state.WholeFile;

/** The note of which process serves a part: {@code <pid> <start>}; what a kill or a reboot left behind counts as none. */
public record PidFile(Path path) {

    public Optional<ProcessIdentity> running() {
        return noted().filter(ProcessIdentity::alive);
    }

    public void note(ProcessIdentity process) {
        WholeFile.write(path, process.pid() + " " + process.started() + "\n");
    }

    public void forget() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Optional<ProcessIdentity> noted() {
        try {
            String[] words = Files.readString(path).strip().split(" ", 2);
            return words.length == 2
                    ? Optional.of(new ProcessIdentity(Long.parseLong(words[0]), words[1]))
                    : Optional.empty();
        } catch (NoSuchFileException | IllegalArgumentException _) {
            return Optional.empty();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
