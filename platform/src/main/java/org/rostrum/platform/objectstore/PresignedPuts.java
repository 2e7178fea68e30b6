package org.rostrum.platform.objectstore;

import io.minio.Signer;
import io.minio.errors.MinioException;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import okhttp3.HttpUrl;
import okhttp3.Request;
import okhttp3.RequestBody;

/**
 * Makes addresses at which somebody without keys may PUT one object for a while (AWS Signature Version 4 in the query). The
 * store is not asked; whoever holds the address may use it as often as it is valid, so what lies there is to be copied away
 * before anything rests on it.
 */
public final class PresignedPuts {
    /** The longest that the protocol allows. */
    public static final Duration LONGEST = Duration.ofDays(7);

    private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z0-9/_.-]+");
    private static final DateTimeFormatter AMZ_DATE =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final ObjectStoreConfig config;
    private final HttpUrl endpoint;

    /**
     * Signs for one bucket.
     *
     * @param publicEndpoint the store as clients reach it: http(s), without a path; its host is part of the signature
     */
    public PresignedPuts(ObjectStoreConfig config, URI publicEndpoint) {
        this.config = config;
        this.endpoint = HttpUrl.get(publicEndpoint.toString());
        if (endpoint.pathSize() > 1 || !endpoint.encodedPath().equals("/")) {
            throw new IllegalArgumentException("The object store's public endpoint must be a URL without a path.");
        }
    }

    /**
     * An address and how to use it.
     *
     * @param headers to be sent exactly so: the store refuses the request if one is missing or has another value
     */
    public record PresignedPut(URI url, Map<String, String> headers, Instant expiresAt) {
        public PresignedPut {
            headers = Map.copyOf(headers);
        }

        @Override
        public String toString() {
            return "PresignedPut[expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * Signs one address.
     *
     * @param key of letters, digits, {@code /}, {@code _}, {@code .} and {@code -}
     * @param validity at least a second, at most {@link #LONGEST}
     */
    public PresignedPut sign(String key, Map<String, String> headers, Instant now, Duration validity) {
        if (!PLAIN_KEY.matcher(Keys.require(key)).matches()) {
            throw new IllegalArgumentException("Only keys of plain characters are presigned.");
        }
        if (validity.compareTo(Duration.ofSeconds(1)) < 0 || validity.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("A presigned address is valid for 1 second to 7 days.");
        }
        return new PresignedPut(signed(request(key, headers, now), validity), headers, now.plus(validity));
    }

    private Request request(String key, Map<String, String> headers, Instant now) {
        HttpUrl url = endpoint.newBuilder()
                .addPathSegments(config.bucket() + "/" + key)
                .build();
        Request.Builder request = new Request.Builder()
                .url(url)
                .put(RequestBody.EMPTY)
                .header("Host", authority(url))
                .header("X-Amz-Date", AMZ_DATE.format(now));
        new TreeMap<>(headers).forEach(request::header);
        return request.build();
    }

    private static String authority(HttpUrl url) {
        boolean usual = url.port() == HttpUrl.defaultPort(url.scheme());
        String host = url.host().contains(":") ? "[" + url.host() + "]" : url.host();
        return usual ? host : host + ":" + url.port();
    }

    private URI signed(Request request, Duration validity) {
        try {
            return Signer.presignV4(
                            request,
                            config.region(),
                            config.accessKey(),
                            config.secretKey(),
                            Math.toIntExact(validity.toSeconds()))
                    .uri();
        } catch (MinioException e) {
            throw new IllegalStateException("Signing needs nothing but SHA-256, which every Java platform has.", e);
        }
    }
}
