package org.rostrum.stack.node;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
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

    /** Takes the folder, the endpoint to listen on, the file that declares the buckets, and the origin of the form. */
    public static void main(String[] arguments) throws Exception {
        S3Proxy server = server(
                Path.of(arguments[0]),
                URI.create(arguments[1]),
                Buckets.read(Path.of(arguments[2])),
                arguments[3],
                System.getenv());
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    }

    static S3Proxy server(Path place, URI endpoint, Buckets buckets, String form, Map<String, String> environment)
            throws IOException {
        Path folder = Files.createDirectories(place);
        BlobStore store = new OrderedListing(new FilesystemNio2BlobStore(folder.toString()), folder);
        S3Identity administrator = S3Identity.among(environment, S3Identity.ADMINISTRATOR);
        UploadsFrom uploads = new UploadsFrom(form);
        S3Proxy server = S3Proxy.builder()
                .blobStore(store)
                .endpoint(endpoint)
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4, administrator.accessKey(), administrator.secretKey())
                .jettyMaxThreads(THREADS)
                .ignoreUnknownHeaders(true)
                .corsRules(uploads.rules())
                .build();
        server.setBlobStoreLocator(new BucketGrants(buckets, identities(administrator, buckets, environment), store));
        uploads.answerQuestionsBefore(server);
        return server;
    }

    private static List<S3Identity> identities(
            S3Identity administrator, Buckets buckets, Map<String, String> environment) {
        Stream<S3Identity> services =
                buckets.services().stream().map(service -> S3Identity.among(environment, service));
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
