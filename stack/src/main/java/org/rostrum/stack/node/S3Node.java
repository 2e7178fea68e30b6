package org.rostrum.stack.node;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.state.S3Identity;

/**
 * An S3 server whose buckets are folders, open to each service as {@code deploy/buckets.yaml} says; credentials come from
 * the environment, where no process list shows them.
 */
public final class S3Node {
    private static final int THREADS = 64;

    private S3Node() {}

    /** Takes the folder, the endpoint to listen on, and the file that declares the buckets. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        Buckets buckets = Buckets.read(Path.of(arguments[2]));
        BlobStore store = new OrderedListing(new FilesystemNio2BlobStore(folder.toString()), folder);
        S3Identity administrator = S3Identity.among(System.getenv(), S3Identity.ADMINISTRATOR);
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(URI.create(arguments[1]))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, administrator.accessKey(), administrator.secretKey())
                .jettyMaxThreads(THREADS)
                .ignoreUnknownHeaders(true)
                .build();
        server.setBlobStoreLocator(new BucketGrants(buckets, identities(administrator, buckets), store));
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    }

    private static List<S3Identity> identities(S3Identity administrator, Buckets buckets) {
        Stream<S3Identity> services =
                buckets.services().stream().map(service -> S3Identity.among(System.getenv(), service));
        return Stream.concat(Stream.of(administrator), services).toList();
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not stop in good order", e);
        }
    }
}
