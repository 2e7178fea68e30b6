package org.rostrum.intake.adapter.vertx;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClientAddressesTest {
    private final ClientAddresses direct = addresses(List.of(), "X-Forwarded-For");
    private final ClientAddresses behindProxies = addresses(List.of("10.0.0.0/8", "fd00::/8"), "X-Forwarded-For");

    private static ClientAddresses addresses(List<String> proxies, String header) {
        return new ClientAddresses(Network.parse(proxies), Network.parse(List.of("127.0.0.0/8", "::1")), header);
    }

    @Test
    void hostile_17_nobody_says_who_they_are_unless_we_trust_a_proxy() {
        assertThat(direct.client("192.0.2.1", "198.51.100.7")).contains("192.0.2.1");
        assertThat(behindProxies.client("192.0.2.1", "198.51.100.7")).contains("192.0.2.1");
    }

    @Test
    void a_trusted_proxy_says_and_only_the_nearest_untrusted_counts() {
        assertThat(behindProxies.client("10.1.2.3", "198.51.100.7")).contains("198.51.100.7");
        assertThat(behindProxies.client("10.1.2.3", "6.6.6.6, 198.51.100.7, 10.9.9.9"))
                .contains("198.51.100.7");
        assertThat(behindProxies.client("10.1.2.3", "6.6.6.6, rubbish")).contains("10.1.2.3");
        assertThat(behindProxies.client("10.1.2.3", null)).contains("10.1.2.3");
        assertThat(behindProxies.client("fd00::1", "198.51.100.7:4711")).contains("198.51.100.7");
    }

    @Test
    void the_standard_header_is_understood_where_it_is_the_one_that_proxies_set() {
        var standard = addresses(List.of("10.0.0.0/8"), "Forwarded");

        assertThat(standard.client("10.1.2.3", "for=6.6.6.6, for=\"[2001:db8:1:2:3::4]:99\";proto=https"))
                .contains("20010db800010002/64");
    }

    @Test
    void one_subscriber_of_ipv6_is_one_client() {
        assertThat(direct.client("2001:db8:1:2:aaaa::1", null)).isEqualTo(direct.client("2001:db8:1:2:bbbb::2", null));
        assertThat(direct.client("2001:db8:1:3::1", null)).isNotEqualTo(direct.client("2001:db8:1:2::1", null));
    }

    @Test
    void this_machine_is_not_counted_unless_it_speaks_for_another() {
        var behindLocalProxy = addresses(List.of("127.0.0.1"), "X-Forwarded-For");

        assertThat(direct.client("127.0.0.1", "198.51.100.7")).isEmpty();
        assertThat(direct.client("::1", null)).isEmpty();
        assertThat(behindLocalProxy.client("127.0.0.1", "198.51.100.7")).contains("198.51.100.7");
    }
}
