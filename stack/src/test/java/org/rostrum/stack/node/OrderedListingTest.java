package org.rostrum.stack.node;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.PutObjectRequest;
import software.amazon.awssdk.services.s3.model.S3Object;

class OrderedListingTest {
    private static final String BUCKET = "some-bucket";
    private static final List<String> PARTS = List.of("a", "a-b", "a.b", "ab", "b", "Z", "0");

    @TempDir
    Path root;

    private BlobStore slow;
    private BlobStore listing;

    @BeforeEach
    void fill() {
        slow = new FilesystemNio2BlobStore(root.toString());
        slow.createContainer(BUCKET);
        listing = new OrderedListing(slow, new Folders(root, 3));
        Random random = new Random(17);
        for (int i = 0; i < 120; i++) {
            put(part(random) + "/" + part(random) + "/" + part(random) + ".json");
            put(part(random) + "/" + part(random) + "-" + i);
        }
    }

    @Test
    void lists_what_the_store_lists_in_the_same_order_whatever_the_pages() {
        for (String prefix : List.of("", "a", "a/", "a/a", "a/a-b/", "b/Z/0.json", "none/", "ab/zzz")) {
            List<S3Object> expected = whole(slow, prefix, 1_000);
            for (int most : List.of(1, 7, 1_000)) {
                assertThat(whole(listing, prefix, most))
                        .as(prefix + " by " + most)
                        .isEqualTo(expected);
            }
        }
    }

    @Test
    void starts_after_a_key_that_need_not_exist() {
        ListObjectsV2Request request = ListObjectsV2Request.builder()
                .bucket(BUCKET)
                .startAfter("a/a-b")
                .maxKeys(1_000)
                .build();

        assertThat(listing.list(request).contents())
                .isEqualTo(slow.list(request).contents());
    }

    @Test
    void sees_a_new_key_in_a_new_listing() {
        assertThat(whole(listing, "new/", 10)).isEmpty();

        put("new/one");

        assertThat(whole(listing, "new/", 10)).extracting(S3Object::key).containsExactly("new/one");
    }

    private static List<S3Object> whole(BlobStore store, String prefix, int most) {
        List<S3Object> objects = new ArrayList<>();
        String token = null;
        do {
            ListObjectsV2Response page = store.list(ListObjectsV2Request.builder()
                    .bucket(BUCKET)
                    .prefix(prefix)
                    .maxKeys(most)
                    .continuationToken(token)
                    .build());
            objects.addAll(page.contents());
            token = page.nextContinuationToken();
        } while (token != null);
        return objects;
    }

    private static String part(Random random) {
        return PARTS.get(random.nextInt(PARTS.size()));
    }

    private void put(String key) {
        byte[] bytes = key.getBytes(StandardCharsets.UTF_8);
        slow.putBlob(
                PutObjectRequest.builder()
                        .bucket(BUCKET)
                        .key(key)
                        .contentLength((long) bytes.length)
                        .build(),
                new ByteArrayInputStream(bytes));
    }
}
