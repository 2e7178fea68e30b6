package org.rostrum.stack.node;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.state.S3Identity;
import software.amazon.awssdk.services.s3.model.S3Exception;

class BucketGrantsTest {
    private static final Set<String> READING = Set.of(
            "blobExists",
            "blobMetadata",
            "blobMetadataIfPresent",
            "close",
            "containerExists",
            "getBlob",
            "getBlobAccess",
            "getBlobAcl",
            "getBucketEncryption",
            "getBucketVersioning",
            "getContainerAccess",
            "getContainerAcl",
            "getMinimumMultipartPartSize",
            "headBucket",
            "list",
            "listMultipartUpload",
            "listMultipartUploads",
            "listV1",
            "listVersions",
            "supportsBucketEncryption",
            "supportsCopyMultipartPart",
            "supportsServerSideEncryption",
            "supportsVersioning");

    @TempDir
    static Path folder;

    @ParameterizedTest
    @CsvSource({
        "administrator, rostrum-intake",
        "intake, rostrum-intake",
        "processing, rostrum-cleared",
        "publishing, rostrum-public"
    })
    void an_owner_and_the_administrator_get_the_whole_store(String name, String bucket) {
        assertThat(store(name, bucket)).isNotInstanceOf(ReadOnlyStore.class);
    }

    @ParameterizedTest
    @CsvSource({"processing, rostrum-intake", "publishing, rostrum-cleared"})
    void a_reader_gets_a_store_that_only_reads(String name, String bucket) {
        assertThat(store(name, bucket)).isInstanceOf(ReadOnlyStore.class);
    }

    @ParameterizedTest
    @CsvSource({
        "publishing, rostrum-intake",
        "publishing, ''",
        "publishing, not-declared",
        "intake, rostrum-cleared",
        "intake, rostrum-public",
        "processing, rostrum-public"
    })
    void everybody_else_is_refused(String name, String bucket) {
        assertThatThrownBy(() -> store(name, bucket))
                .asInstanceOf(type(S3Exception.class))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }

    @Test
    void keys_that_nobody_has_open_nothing() {
        assertThat(grants().locateBlobStore("another", "rostrum-public", "key")).isNull();
        assertThat(grants().locateBlobStore(null, "rostrum-public", "key")).isNull();
    }

    /** Holds for methods of a later version too: what is not known to read has to be refused. */
    @ParameterizedTest
    @MethodSource
    void a_store_that_only_reads_refuses_everything_else(Method method) {
        BlobStore reading = new ReadOnlyStore(new FilesystemNio2BlobStore(folder.toString()));

        assertThatThrownBy(() -> method.invoke(reading, new Object[method.getParameterCount()]))
                .isInstanceOf(InvocationTargetException.class)
                .cause()
                .asInstanceOf(type(S3Exception.class))
                .satisfies(refusal -> assertThat(refusal.statusCode()).isEqualTo(403));
    }

    static List<Method> a_store_that_only_reads_refuses_everything_else() {
        return Arrays.stream(BlobStore.class.getMethods())
                .filter(method -> !Modifier.isStatic(method.getModifiers()))
                .filter(method -> !READING.contains(method.getName()))
                .toList();
    }

    private static BlobStore store(String name, String bucket) {
        return Objects.requireNonNull(grants().locateBlobStore(name + "-key", bucket, "key"))
                .blobStore();
    }

    private static BucketGrants grants() {
        List<S3Identity> identities = List.of(
                identity(S3Identity.ADMINISTRATOR), identity("intake"), identity("processing"), identity("publishing"));
        return new BucketGrants(
                Buckets.read(Path.of("../deploy/buckets.yaml")),
                identities,
                new FilesystemNio2BlobStore(folder.toString()));
    }

    private static S3Identity identity(String name) {
        return new S3Identity(name, name + "-key", "secret");
    }
}
