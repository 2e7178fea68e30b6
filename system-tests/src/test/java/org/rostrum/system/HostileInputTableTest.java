package org.rostrum.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code docs/hostile-input-tests.md} names tests that exist. */
class HostileInputTableTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
    private static final Pattern NAMED = Pattern.compile("`([A-Z]\\w+)\\.(\\w+)`");

    @Test
    void every_test_that_the_table_names_exists() throws IOException {
        var named = NAMED.matcher(Files.readString(ROOT.resolve("docs/hostile-input-tests.md")))
                .results()
                .toList();

        assertThat(named).hasSizeGreaterThan(30);
        assertThat(named)
                .allSatisfy(test -> assertThat(isThere(test.group(1), test.group(2)))
                        .as(test.group())
                        .isTrue());
    }

    @Test
    void a_test_that_does_not_exist_is_noticed() {
        assertThat(isThere("AbuseIT", "hostile_99_nobody_wrote_this")).isFalse();
        assertThat(isThere("NobodysIT", "anything")).isFalse();
    }

    private static boolean isThere(String type, String method) {
        return sources(type).stream().anyMatch(source -> source.contains("void " + method + "("));
    }

    private static List<String> sources(String type) {
        try (Stream<Path> modules = Files.list(ROOT)) {
            return modules.map(module -> module.resolve("src/test/java"))
                    .filter(Files::isDirectory)
                    .flatMap(tests -> sources(tests, type + ".java"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> sources(Path tests, String fileName) {
        try (Stream<Path> files = Files.walk(tests)) {
            return files.filter(file -> file.endsWith(fileName)).map(HostileInputTableTest::read).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
