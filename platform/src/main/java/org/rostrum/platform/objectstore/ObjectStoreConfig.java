package org.rostrum.platform.objectstore;

import java.net.URI;
import java.util.regex.Pattern;

/**
 * Where one bucket is and how to get in.
 *
 * @param endpoint http(s) URL of the S3 server without a path, for example {@code http://127.0.0.1:8406}
 * @param region as the server expects it in signatures; {@code us-east-1} unless told otherwise
 * @param bucket 3 to 63 characters: lower-case letters, digits, dots and hyphens
 */
public record ObjectStoreConfig(URI endpoint, String accessKey, String secretKey, String region, String bucket) {
    private static final Pattern BUCKET = Pattern.compile("[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]");

    public ObjectStoreConfig {
        if (endpoint.getHost() == null || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("The object store's endpoint must be an http or https URL with a host.");
        }
        requireText(accessKey, "access key");
        requireText(secretKey, "secret key");
        requireText(region, "region");
        if (!BUCKET.matcher(bucket).matches()) {
            throw new IllegalArgumentException("'%s' is no bucket name.".formatted(bucket));
        }
    }

    private static void requireText(String value, String what) {
        if (value.isBlank()) {
            throw new IllegalArgumentException("The object store's %s is missing.".formatted(what));
        }
    }

    @Override
    public String toString() {
        return "ObjectStoreConfig[endpoint=%s, bucket=%s, region=%s, keys hidden]".formatted(endpoint, bucket, region);
    }
}
