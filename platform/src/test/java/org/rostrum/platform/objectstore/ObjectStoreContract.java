package org.rostrum.platform.objectstore;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.platform.objectstore.ObjectStore.ObjectFacts;

/** What every variant of the store promises; extended once per variant. */
abstract class ObjectStoreContract {
    private static final String TEXT = "text/plain";

    /** The store under test; its bucket may hold what other tests left. */
    abstract ObjectStore store();

    /** Changes a stored object behind the store's back. */
    abstract void tamperWith(String key) throws IOException;

    @Test
    void gives_back_what_was_put_with_its_media_type_and_size() throws IOException {
        store().put("put/letter", bytes("héllo"), TEXT);

        try (ObjectStore.StoredObject object = store().open("put/letter").orElseThrow()) {
            assertThat(object.body().readAllBytes()).isEqualTo(bytes("héllo"));
            assertThat(object.size()).isEqualTo(6);
            assertThat(object.mediaType()).isEqualTo(TEXT);
            assertThat(object.etag()).isNotBlank().doesNotContain("\"");
        }
    }

    @Test
    void replaces_on_put() {
        store().put("put/twice", bytes("one"), TEXT);
        store().put("put/twice", bytes("two"), TEXT);

        assertThat(store().get("put/twice")).hasValue(bytes("two"));
    }

    @Test
    void keeps_an_empty_object() {
        store().put("put/empty", new byte[0], TEXT);

        assertThat(store().get("put/empty")).hasValue(new byte[0]);
    }

    @Test
    void puts_a_file_larger_than_one_part(@TempDir Path directory) throws IOException {
        Path file = Files.write(directory.resolve("large"), new byte[70 * 1024 * 1024]);

        store().put("put/large", file, "application/octet-stream");

        Path copy = directory.resolve("copy");
        store().download("put/large", copy, Sha256.of(file).hex());
        assertThat(copy).hasSize(70 * 1024 * 1024);
    }

    @Test
    void creates_once_and_keeps_the_first() {
        assertThat(store().createIfAbsent("create/once", bytes("first"), TEXT)).isTrue();
        assertThat(store().createIfAbsent("create/once", bytes("second"), TEXT)).isFalse();

        assertThat(store().get("create/once")).hasValue(bytes("first"));
    }

    @Test
    void lets_exactly_one_of_twenty_concurrent_creators_win() throws Exception {
        List<Callable<Boolean>> creators = IntStream.range(0, 20)
                .<Callable<Boolean>>mapToObj(
                        number -> () -> store().createIfAbsent("create/race", bytes("creator " + number), TEXT))
                .toList();

        List<Boolean> won = atOnce(creators);

        assertThat(won).containsOnlyOnce(true);
        int winner = won.indexOf(true);
        assertThat(store().get("create/race")).hasValue(bytes("creator " + winner));
    }

    @Test
    void has_nothing_under_a_key_that_was_never_written() {
        assertThat(store().get("absent/key")).isEmpty();
        assertThat(store().open("absent/key")).isEmpty();
        assertThat(store().exists("absent/key")).isFalse();
    }

    @Test
    void forgets_what_was_deleted_and_deletes_twice_without_complaint() {
        store().put("delete/me", bytes("x"), TEXT);

        store().delete("delete/me");
        store().delete("delete/me");

        assertThat(store().exists("delete/me")).isFalse();
    }

    @Test
    void knows_size_and_time_of_an_object_without_reading_it() {
        Instant before = Instant.now().minusSeconds(2);
        store().put("facts/letter", bytes("four"), TEXT);

        ObjectFacts facts = store().facts("facts/letter").orElseThrow();

        assertThat(facts.size()).isEqualTo(4);
        assertThat(facts.modifiedAt()).isBetween(before, Instant.now().plusSeconds(2));
        assertThat(store().facts("facts/none")).isEmpty();
        assertThat(store().listFacts("facts/")).containsExactly(facts);
    }

    @Test
    void copies_within_the_bucket_and_says_if_there_is_nothing_to_copy() {
        store().put("copy/from +ключ", bytes("first"), TEXT);
        store().put("copy/to", bytes("replaced"), TEXT);

        assertThat(store().copy("copy/from +ключ", "copy/to")).isTrue();
        assertThat(store().copy("copy/none", "copy/elsewhere")).isFalse();

        assertThat(store().get("copy/to")).hasValue(bytes("first"));
        assertThat(store().get("copy/from +ключ")).hasValue(bytes("first"));
        assertThat(store().exists("copy/elsewhere")).isFalse();
    }

    @Test
    void lists_more_keys_than_a_page_holds_in_order() {
        List<String> keys =
                IntStream.range(0, 1_050).mapToObj("list/%04d"::formatted).toList();
        keys.parallelStream().forEach(key -> store().put(key, bytes(key), TEXT));
        store().put("listen/not", bytes("elsewhere"), TEXT);

        assertThat(store().list("list/")).containsExactlyElementsOf(keys);
        assertThat(store().list("list/none")).isEmpty();
    }

    @Test
    void reads_verified_bytes() {
        store().put("verified/good", bytes("as written"), TEXT);

        assertThat(store().getVerified(
                                "verified/good", Sha256.of(bytes("as written")).hex()))
                .isEqualTo(bytes("as written"));
    }

    @Test
    void refuses_bytes_that_were_changed_behind_its_back(@TempDir Path directory) throws IOException {
        store().put("verified/bad", bytes("as written"), TEXT);
        String digest = Sha256.of(bytes("as written")).hex();

        tamperWith("verified/bad");

        assertThatThrownBy(() -> store().getVerified("verified/bad", digest))
                .isInstanceOf(ObjectTampered.class)
                .hasMessageContaining(digest);
        assertThatThrownBy(() -> store().download("verified/bad", directory.resolve("copy"), digest))
                .isInstanceOf(ObjectTampered.class);
    }

    @Test
    void says_that_a_verified_object_is_missing() {
        String digest = Sha256.of(bytes("x")).hex();

        assertThatThrownBy(() -> store().getVerified("verified/none", digest)).isInstanceOf(ObjectMissing.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/rooted", "a//b", "a/../b", "./a", "line\nbreak", "nul\0"})
    void takes_no_key_that_could_lead_astray(String key) {
        assertThatIllegalArgumentException().isThrownBy(() -> store().put(key, bytes("x"), TEXT));
        assertThatIllegalArgumentException().isThrownBy(() -> store().get(key));
    }

    @Test
    void takes_keys_in_any_script() {
        store().put("ключ/مفتاح/鍵 +%?#", bytes("x"), TEXT);

        assertThat(store().get("ключ/مفتاح/鍵 +%?#")).hasValue(bytes("x"));
        assertThat(store().list("ключ/")).containsExactly("ключ/مفتاح/鍵 +%?#");
    }

    @Test
    void answers_a_ping_while_it_is_there() {
        store().ping();
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> List<T> atOnce(List<Callable<T>> tasks) throws InterruptedException {
        try (ExecutorService threads = Executors.newFixedThreadPool(tasks.size())) {
            return threads.invokeAll(tasks).stream()
                    .map(ObjectStoreContract::result)
                    .toList();
        }
    }

    private static <T> T result(Future<T> future) {
        try {
            return future.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }
}
