package org.rostrum.publishing.adapter.http;

import org.rostrum.publishing.domain.SitePath;

/**
 * Where the public reaches this site.
 *
 * @param baseUrl without a slash at the end
 */
public record PublicAddress(String baseUrl) {
    public PublicAddress {
        if (baseUrl.endsWith("/")) {
            throw new IllegalArgumentException("the public address has no slash at the end");
        }
    }

    String of(SitePath path) {
        return baseUrl + path;
    }
}
