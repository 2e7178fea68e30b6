package org.rostrum.stack.node;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.gaul.s3proxy.blobstore.ForwardingBlobStore;
import org.gaul.s3proxy.blobstore.SdkResponses;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.services.s3.model.HeadBucketRequest;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Request;
import software.amazon.awssdk.services.s3.model.ListObjectsV2Response;
import software.amazon.awssdk.services.s3.model.S3Object;

/**
 * Lists a bucket page by page. The store itself reads, sorts and describes the whole bucket for every page: a hundred pages of
 * a hundred thousand objects kept a processor busy for minutes, whenever intake compared its manifests with the log.
 *
 * <p>Keys that end with a slash, which nobody here writes, are not listed; neither is anything different with a delimiter.
 */
final class OrderedListing extends ForwardingBlobStore {
    private static final int MOST_KEYS = 1_000;

    private final Folders folders;

    OrderedListing(BlobStore store, Path root) {
        this(store, new Folders(root, Folders.LARGE));
    }

    OrderedListing(BlobStore store, Folders folders) {
        super(store);
        this.folders = folders;
    }

    @Override
    public ListObjectsV2Response list(ListObjectsV2Request request) {
        if (request.delimiter() != null && !request.delimiter().isEmpty()) {
            return super.list(request);
        }
        headBucket(HeadBucketRequest.builder().bucket(request.bucket()).build());
        boolean isFirst = request.continuationToken() == null;
        int most = request.maxKeys() == null ? MOST_KEYS : Math.min(MOST_KEYS, request.maxKeys());
        KeyPage page = new KeyPage(
                orEmpty(request.prefix()), orEmpty(isFirst ? request.startAfter() : request.continuationToken()), most);
        page.fill(request.bucket(), folders, isFirst);
        return SdkResponses.objectsPage(objects(request.bucket(), page.keys()), List.of(), page.marker());
    }

    private List<S3Object> objects(String bucket, List<String> keys) {
        return keys.stream().flatMap(key -> object(bucket, key)).toList();
    }

    private Stream<S3Object> object(String bucket, String key) {
        return Optional.ofNullable(blobMetadataIfPresent(bucket, key)).stream()
                .map(found -> SdkResponses.objectEntry(
                        key, found.eTag(), found.lastModified(), found.contentLength(), found.storageClass()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
