package org.rostrum.stack.node;

import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.gaul.s3proxy.AccessGrant;
import org.gaul.s3proxy.BlobStoreLocator;
import org.gaul.s3proxy.blobstore.BlobStore;
import org.jspecify.annotations.Nullable;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.state.S3Identity;

/**
 * Enforces what {@code deploy/buckets.yaml} declares: a bucket's owner does everything there, its readers read, and
 * everybody else is refused, also as the source of a copy.
 */
final class BucketGrants implements BlobStoreLocator {
    private final Buckets buckets;
    private final Map<String, S3Identity> identities;
    private final BlobStore whole;
    private final BlobStore readable;

    BucketGrants(Buckets buckets, Collection<S3Identity> identities, BlobStore whole) {
        this.buckets = buckets;
        this.identities =
                identities.stream().collect(Collectors.toUnmodifiableMap(S3Identity::accessKey, Function.identity()));
        this.whole = whole;
        this.readable = new ReadOnlyStore(whole);
    }

    /** Answers null for keys that nobody has, as the interface wants it. */
    @Override
    public @Nullable AccessGrant locateBlobStore(
            @Nullable String accessKey, @Nullable String bucket, @Nullable String object) {
        S3Identity identity = accessKey == null ? null : identities.get(accessKey);
        return identity == null ? null : new AccessGrant(identity.secretKey(), granted(identity, bucket));
    }

    private BlobStore granted(S3Identity identity, @Nullable String bucket) {
        if (identity.isAdministrator()) {
            return whole;
        }
        return switch (buckets.accessOf(identity.name(), bucket == null ? "" : bucket)) {
            case OWNS -> whole;
            case READS -> readable;
            case NONE -> throw ReadOnlyStore.denied();
        };
    }
}
