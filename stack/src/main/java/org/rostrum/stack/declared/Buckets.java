package org.rostrum.stack.declared;

import io.minio.BucketExistsArgs;
import io.minio.MakeBucketArgs;
import io.minio.MinioClient;
import io.minio.errors.MinioException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.rostrum.stack.StackFailure;

/** The buckets of {@code deploy/buckets.yaml}. */
public record Buckets(List<Bucket> buckets) {
    public Buckets {
        buckets = List.copyOf(buckets);
    }

    /**
     * One bucket.
     *
     * @param owner the service that writes it
     * @param readers other services that may read it
     */
    public record Bucket(String name, String owner, List<String> readers, String holds) {
        public Bucket {
            if (!name.matches("[a-z0-9][a-z0-9-]{1,61}[a-z0-9]")) {
                throw new IllegalArgumentException("A bucket has 3 to 63 of a-z, 0-9 and hyphen: " + name);
            }
            readers = List.copyOf(readers);
        }

        private Access accessOf(String service) {
            if (service.equals(owner)) {
                return Access.OWNS;
            }
            return readers.contains(service) ? Access.READS : Access.NONE;
        }
    }

    /** What a service may do in a bucket. */
    public enum Access {
        OWNS,
        READS,
        NONE
    }

    /** What this service may do there; nothing in a bucket that is not declared. */
    public Access accessOf(String service, String bucket) {
        return buckets.stream()
                .filter(declared -> declared.name().equals(bucket))
                .findFirst()
                .map(declared -> declared.accessOf(service))
                .orElse(Access.NONE);
    }

    /** Every service that owns or reads a bucket. */
    public Set<String> services() {
        return buckets.stream()
                .flatMap(bucket -> Stream.concat(Stream.of(bucket.owner()), bucket.readers().stream()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    public static Buckets read(Path file) {
        return Declaration.read(file, Buckets.class);
    }

    public void createAt(String endpoint, String accessKey, String secretKey) {
        MinioClient client = MinioClient.builder()
                .endpoint(endpoint)
                .region("us-east-1")
                .credentials(accessKey, secretKey)
                .build();
        buckets.forEach(bucket -> create(client, bucket.name()));
    }

    private static void create(MinioClient client, String name) {
        try {
            if (!client.bucketExists(BucketExistsArgs.builder().bucket(name).build())) {
                client.makeBucket(MakeBucketArgs.builder().bucket(name).build());
            }
        } catch (MinioException | IllegalStateException e) { // the client's wrapping of a broken connection
            throw new StackFailure("The object store refused bucket " + name + ": " + e.getMessage() + ".", e);
        }
    }
}
