package org.rostrum.processing.adapter.clamd;

import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.net.UnixDomainSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where clamd listens: {@code HOST:PORT}, {@code [IPV6]:PORT} or {@code unix:/run/clamav/clamd.ctl}. */
public record ClamdAddress(String text) {
    private static final Pattern HOST_AND_PORT =
            Pattern.compile("(?:\\[([0-9A-Fa-f:.]{2,45}+)\\]|(?<![A-Za-z0-9._-])([A-Za-z0-9._-]{1,253}+)):(\\d{1,5})");
    private static final String UNIX = "unix:";

    public ClamdAddress {
        if (!text.startsWith(UNIX) && !HOST_AND_PORT.matcher(text).matches()) {
            throw new IllegalArgumentException(
                    "ROSTRUM_CLAMD_ADDRESS is HOST:PORT or unix:/path/of/the/socket, and is: " + text);
        }
    }

    /** Looked up anew each time: a daemon that moved is found again. */
    SocketAddress resolved() {
        if (text.startsWith(UNIX)) {
            return UnixDomainSocketAddress.of(text.substring(UNIX.length()));
        }
        Matcher parts = HOST_AND_PORT.matcher(text);
        if (!parts.matches()) {
            throw new IllegalStateException(text);
        }
        String host = parts.group(1) == null ? parts.group(2) : parts.group(1);
        return new InetSocketAddress(host, Integer.parseInt(parts.group(3)));
    }
}
