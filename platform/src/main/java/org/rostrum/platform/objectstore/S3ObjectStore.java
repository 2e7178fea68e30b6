package org.rostrum.platform.objectstore;

import io.minio.BucketArgs;
import io.minio.BucketExistsArgs;
import io.minio.CopyObjectArgs;
import io.minio.GetObjectArgs;
import io.minio.GetObjectResponse;
import io.minio.ListObjectsArgs;
import io.minio.MinioClient;
import io.minio.ObjectArgs;
import io.minio.PutObjectArgs;
import io.minio.RemoveObjectArgs;
import io.minio.Result;
import io.minio.SourceObject;
import io.minio.StatObjectArgs;
import io.minio.UploadObjectArgs;
import io.minio.errors.ErrorResponseException;
import io.minio.errors.MinioException;
import io.minio.messages.Item;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import okhttp3.ConnectionPool;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.rostrum.platform.objectstore.EverydayRefusals.Kind;

/**
 * A bucket of any S3 server that honours {@code If-None-Match: *} on PUT, through the MinIO client. Thread-safe; one per
 * bucket and process.
 */
public final class S3ObjectStore implements ObjectStore, AutoCloseable {
    private static final int CONNECTIONS = 128;
    private static final int CONFLICT_ATTEMPTS = 5;
    private static final Duration CONFLICT_PAUSE = Duration.ofMillis(20);
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final long PART_BYTES = 64L * 1024 * 1024;
    private static final Map<String, String> ONLY_IF_ABSENT = Map.of("If-None-Match", "*");
    private static final Set<String> ABSENT = Set.of("NoSuchKey", "NoSuchObject");
    private static final int CONFLICT = 409;

    private final ObjectStoreConfig config;
    private final ExecutorService calls;
    private final OkHttpClient http;
    private final MinioClient client;

    public S3ObjectStore(ObjectStoreConfig config) {
        this(config, PATIENCE);
    }

    /** As with the other constructor, but waiting no longer than this for the server to take or send the next bytes. */
    S3ObjectStore(ObjectStoreConfig config, Duration patience) {
        this.config = config;
        this.calls = Executors.newVirtualThreadPerTaskExecutor();
        this.http = http(calls, patience);
        this.client = MinioClient.builder()
                .endpoint(config.endpoint().toString())
                .credentials(config.accessKey(), config.secretKey())
                .region(config.region())
                .httpClient(http)
                .build();
    }

    private static OkHttpClient http(ExecutorService calls, Duration patience) {
        Dispatcher dispatcher = new Dispatcher(calls);
        dispatcher.setMaxRequests(CONNECTIONS);
        dispatcher.setMaxRequestsPerHost(CONNECTIONS); // the default of 5 would queue every rush
        return new OkHttpClient.Builder()
                .dispatcher(dispatcher)
                .connectionPool(new ConnectionPool(CONNECTIONS, 1, TimeUnit.MINUTES))
                .socketFactory(new PromptSockets())
                .addInterceptor(new EverydayRefusals())
                .connectTimeout(Duration.ofSeconds(2))
                .readTimeout(patience)
                .writeTimeout(patience)
                .build();
    }

    @Override
    public boolean createIfAbsent(String key, byte[] bytes, String mediaType) {
        PutObjectArgs args =
                writing(key, bytes, mediaType).extraHeaders(ONLY_IF_ABSENT).build();
        for (int attempt = 1; attempt <= CONFLICT_ATTEMPTS; attempt++) {
            switch (create(key, args)) {
                case CREATED -> {
                    return true;
                }
                case TAKEN -> {
                    return false;
                }
                case CONFLICT -> LockSupport.parkNanos(CONFLICT_PAUSE.toNanos() * attempt);
            }
        }
        throw new ObjectStoreUnavailable("Others kept writing %s; try again.".formatted(key), null);
    }

    private enum Creation {
        CREATED,
        TAKEN,
        /** Amazon answers 409 when another conditional write of the key is under way; neither has won yet. */
        CONFLICT
    }

    private Creation create(String key, PutObjectArgs args) {
        try {
            client.putObject(args);
            return Creation.CREATED;
        } catch (MinioException | IllegalStateException e) {
            if (EverydayRefusals.behind(e).filter(Kind.TAKEN::equals).isPresent()) {
                return Creation.TAKEN;
            }
            if (e instanceof ErrorResponseException refusal && status(refusal) == CONFLICT) {
                return Creation.CONFLICT;
            }
            throw unavailable("write", key, e);
        }
    }

    @Override
    public void put(String key, byte[] bytes, String mediaType) {
        PutObjectArgs args = writing(key, bytes, mediaType).build();
        ask("write", key, () -> client.putObject(args));
    }

    private PutObjectArgs.Builder writing(String key, byte[] bytes, String mediaType) {
        return at(key, PutObjectArgs.builder()).data(bytes, bytes.length).contentType(mediaType);
    }

    @Override
    public void put(String key, Path file, String mediaType) {
        UploadObjectArgs.Builder args = at(key, UploadObjectArgs.builder()).contentType(mediaType);
        ask(
                "write",
                key,
                () -> client.uploadObject(
                        args.filename(file.toString(), PART_BYTES).build()));
    }

    @Override
    public Optional<byte[]> get(String key) {
        return open(key).map(object -> {
            try (object) {
                return object.body().readAllBytes();
            } catch (IOException e) {
                throw unavailable("read", key, e);
            }
        });
    }

    @Override
    public Optional<StoredObject> open(String key) {
        GetObjectArgs args = at(key, GetObjectArgs.builder()).build();
        return ifPresent("read", key, () -> client.getObject(args)).map(S3ObjectStore::stored);
    }

    private static StoredObject stored(GetObjectResponse response) {
        return new StoredObject(
                response,
                Long.parseLong(header(response, "Content-Length", "0")),
                header(response, "Content-Type", "application/octet-stream"),
                header(response, "ETag", "").replace("\"", ""));
    }

    private static String header(GetObjectResponse response, String name, String otherwise) {
        return Optional.ofNullable(response.headers().get(name)).orElse(otherwise);
    }

    @Override
    public boolean exists(String key) {
        StatObjectArgs args = at(key, StatObjectArgs.builder()).build();
        return ifPresent("look up", key, () -> client.statObject(args)).isPresent();
    }

    @Override
    public Optional<ObjectFacts> facts(String key) {
        StatObjectArgs args = at(key, StatObjectArgs.builder()).build();
        return ifPresent("look up", key, () -> client.statObject(args))
                .map(stat ->
                        new ObjectFacts(key, stat.size(), stat.lastModified().toInstant()));
    }

    @Override
    public boolean copy(String from, String to) {
        SourceObject source = at(from, SourceObject.builder()).build();
        CopyObjectArgs args = at(to, CopyObjectArgs.builder()).source(source).build();
        return ifPresent("copy", from, () -> client.copyObject(args)).isPresent();
    }

    @Override
    public Stream<String> list(String prefix) {
        return items(prefix).map(Item::objectName);
    }

    @Override
    public Stream<ObjectFacts> listFacts(String prefix) {
        return items(prefix)
                .map(item -> new ObjectFacts(
                        item.objectName(), item.size(), item.lastModified().toInstant()));
    }

    private Stream<Item> items(String prefix) {
        ListObjectsArgs args =
                in(ListObjectsArgs.builder()).prefix(prefix).recursive(true).build();
        Iterator<Result<Item>> items = client.listObjects(args).iterator();
        return Stream.iterate(items, more -> ask("list", prefix, more::hasNext), more -> more)
                .map(more -> ask("list", prefix, () -> more.next().get()));
    }

    @Override
    public void delete(String key) {
        RemoveObjectArgs args = at(key, RemoveObjectArgs.builder()).build();
        ask("delete", key, () -> {
            client.removeObject(args);
            return key;
        });
    }

    @Override
    public void ping() {
        BucketExistsArgs args = in(BucketExistsArgs.builder()).build();
        if (!ask("find", "the bucket", () -> client.bucketExists(args))) {
            throw new ObjectStoreUnavailable("There is no bucket %s; create it.".formatted(config.bucket()), null);
        }
    }

    private <B extends ObjectArgs.Builder<B, A>, A extends ObjectArgs> B at(String key, B args) {
        return in(args).object(Keys.require(key));
    }

    private <B extends BucketArgs.Builder<B, A>, A extends BucketArgs> B in(B args) {
        return args.bucket(config.bucket());
    }

    /** The client throws its own checked exceptions, and IllegalStateException around a broken connection. */
    @FunctionalInterface
    private interface Question<T> {
        T ask() throws MinioException;
    }

    private <T> T ask(String verb, String key, Question<T> question) {
        try {
            return question.ask();
        } catch (MinioException | IllegalStateException e) {
            throw unavailable(verb, key, e);
        }
    }

    private <T> Optional<T> ifPresent(String verb, String key, Question<T> question) {
        try {
            return Optional.of(question.ask());
        } catch (MinioException | IllegalStateException e) {
            if (isAbsent(e)) {
                return Optional.empty();
            }
            throw unavailable(verb, key, e);
        }
    }

    private static boolean isAbsent(Exception e) {
        return EverydayRefusals.behind(e).filter(Kind.ABSENT::equals).isPresent()
                || (e instanceof ErrorResponseException refusal
                        && ABSENT.contains(refusal.errorResponse().code()));
    }

    private static int status(ErrorResponseException e) {
        Response response = e.response();
        return response == null ? 0 : response.code();
    }

    private ObjectStoreUnavailable unavailable(String verb, String key, Exception cause) {
        String message =
                "The object store at %s could not %s %s in bucket %s; check that it runs and that the keys fit."
                        .formatted(config.endpoint(), verb, key, config.bucket());
        return new ObjectStoreUnavailable(message, cause);
    }

    @Override
    public void close() {
        calls.shutdown();
        http.connectionPool().evictAll();
    }
}
