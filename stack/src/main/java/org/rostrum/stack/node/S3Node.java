package org.rostrum.stack.node;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import org.gaul.s3proxy.S3Proxy;
import org.gaul.s3proxy.auth.AuthenticationType;
import org.gaul.s3proxy.nio2blob.FilesystemNio2BlobStore;

/** An S3 server whose buckets are folders; credentials come from the environment, where no process list shows them. */
public final class S3Node {
    private static final int THREADS = 64;

    private S3Node() {}

    /** Takes the folder and the endpoint to listen on. */
    public static void main(String[] arguments) throws Exception {
        Path folder = Files.createDirectories(Path.of(arguments[0]));
        S3Proxy server = S3Proxy.builder()
                .blobStore(new FilesystemNio2BlobStore(folder.toString()))
                .endpoint(URI.create(arguments[1]))
                .awsAuthentication(
                        AuthenticationType.AWS_V2_OR_V4,
                        System.getenv("ROSTRUM_S3_ACCESS_KEY"),
                        System.getenv("ROSTRUM_S3_SECRET_KEY"))
                .jettyMaxThreads(THREADS)
                .ignoreUnknownHeaders(true)
                .build();
        server.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(server), "stop"));
    }

    private static void stop(S3Proxy server) {
        try {
            server.stop();
        } catch (Exception e) {
            throw new IllegalStateException("The S3 server did not stop in good order", e);
        }
    }
}
