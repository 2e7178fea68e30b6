package org.rostrum.extraction;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.stream.Stream;

/** Knows no host at all: whatever a file asks a parser to fetch, no name is ever looked up. */
public final class NoHosts extends InetAddressResolverProvider {

    @Override
    public InetAddressResolver get(Configuration configuration) {
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                throw new UnknownHostException("The extraction worker has no network");
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                throw new UnknownHostException("The extraction worker has no network");
            }
        };
    }

    @Override
    public String name() {
        return "no-hosts";
    }
}
