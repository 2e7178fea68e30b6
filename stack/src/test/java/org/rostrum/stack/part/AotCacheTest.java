package org.rostrum.stack.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.rostrum.stack.Part;

class AotCacheTest {
    private static final String RECORD = "-XX:AOTCacheOutput=";
    private static final String USE = "-XX:AOTCache=";

    @TempDir
    Path folder;

    private AotCache cache;
    private Path jar;

    @BeforeEach
    void build() throws IOException {
        cache = new AotCache(folder.resolve("aot"), folder.resolve("run/aot"));
        jar = Files.writeString(folder.resolve("app.jar"), "first build");
    }

    @Test
    void the_first_run_records_and_the_next_one_uses_what_it_left() throws IOException {
        Path recording = path(RECORD, options());
        Files.writeString(recording, "cache");

        assertThat(cache.adopt(Part.S3)).isTrue();

        assertThat(path(USE, options())).hasContent("cache").hasParent(folder.resolve("aot"));
        assertThat(cache.adopt(Part.S3)).isFalse();
    }

    @Test
    void what_a_killed_process_left_is_never_used() throws IOException {
        Files.writeString(path(RECORD, options()), "half a cache");

        cache.discard(Part.S3);

        assertThat(cache.adopt(Part.S3)).isFalse();
        assertThat(options()).anyMatch(option -> option.startsWith(RECORD));
    }

    /** A JVM that crashes at its end leaves this: the cache is there, empty or half, and what it is made of beside it. */
    @Test
    void what_a_crash_at_the_end_left_is_never_used_and_costs_no_cache_that_is_whole() throws IOException {
        Files.writeString(path(RECORD, options()), "cache");
        cache.adopt(Part.S3);
        Path ofAnotherBuild = folder.resolve("run/aot/s3-0000.aot");
        Files.writeString(ofAnotherBuild, "half a cache");
        Files.writeString(Path.of(ofAnotherBuild + ".config"), "its beginning");

        assertThat(cache.adopt(Part.S3)).isFalse();

        assertThat(folder.resolve("run/aot")).isEmptyDirectory();
        assertThat(path(USE, options())).hasContent("cache");
    }

    @Test
    void another_build_or_other_options_record_anew() throws IOException {
        Files.writeString(path(RECORD, options()), "cache");
        cache.adopt(Part.S3);

        assertThat(cache.options(Part.S3, jar, List.of("-Xmx1g"))).anyMatch(option -> option.startsWith(RECORD));
        Files.writeString(jar, "second, longer build");
        assertThat(options()).anyMatch(option -> option.startsWith(RECORD));
    }

    private List<String> options() {
        return cache.options(Part.S3, jar, List.of("-Xmx256m"));
    }

    private static Path path(String prefix, List<String> options) {
        return options.stream()
                .filter(option -> option.startsWith(prefix))
                .map(option -> Path.of(option.substring(prefix.length())))
                .findFirst()
                .orElseThrow();
    }
}
