package org.rostrum.platform.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.rostrum.platform.connection.Peer.Verdict;

class PeerTest {
    private static final long SECOND = 1_000_000_000L;
    private final Peer peer = new Peer(Pace.USUAL, 0);

    @Test
    void headers_have_eight_seconds_however_they_drip() {
        for (int second = 1; second < 8; second++) {
            peer.received(1, second * SECOND);
            assertThat(look(second)).isEqualTo(Verdict.FINE);
        }

        assertThat(look(8)).isEqualTo(Verdict.SLOW_HEADERS);
    }

    @Test
    void a_further_request_has_its_own_eight_seconds() {
        request(1);
        peer.answered(2 * SECOND);
        peer.received(1, 50 * SECOND);

        assertThat(look(57)).isEqualTo(Verdict.FINE);
        assertThat(look(58)).isEqualTo(Verdict.SLOW_HEADERS);
    }

    @Test
    void a_body_of_one_byte_a_second_is_too_slow() {
        peer.headersComplete(SECOND);
        for (int second = 2; second < 21; second++) {
            peer.received(1, second * SECOND);
            assertThat(look(second)).isEqualTo(Verdict.FINE);
        }

        assertThat(look(21)).isEqualTo(Verdict.SLOW_BODY);
    }

    @Test
    void a_slow_line_that_keeps_going_is_fast_enough_for_hours() {
        peer.headersComplete(0);

        for (int second = 1; second < 20_000; second++) {
            peer.received(300, second * SECOND);
            assertThat(look(second)).isEqualTo(Verdict.FINE);
        }
    }

    @Test
    void nobody_is_slow_while_we_do_not_listen() {
        peer.headersComplete(0);

        for (int second = 1; second < 100; second++) {
            assertThat(peer.look(second * SECOND, false, 0, 0)).isEqualTo(Verdict.FINE);
        }
        assertThat(look(110)).isEqualTo(Verdict.FINE);
    }

    @Test
    void an_answer_that_nobody_reads_is_given_up_and_one_that_moves_is_not() {
        request(0);

        for (int second = 1; second < 60; second++) {
            assertThat(peer.look(second * SECOND, true, 1_000 - second, second)).isEqualTo(Verdict.FINE);
        }
        assertThat(peer.look(70 * SECOND, true, 900, 59)).isEqualTo(Verdict.FINE);
        assertThat(peer.look(79 * SECOND, true, 900, 59)).isEqualTo(Verdict.SLOW_READER);
    }

    @Test
    void waits_for_our_own_answer_as_long_as_it_takes_and_then_a_minute_for_the_next_request() {
        request(1);

        assertThat(look(600)).isEqualTo(Verdict.FINE);
        peer.answered(600 * SECOND);
        assertThat(look(659)).isEqualTo(Verdict.FINE);
        assertThat(look(660)).isEqualTo(Verdict.IDLE);
    }

    private void request(int second) {
        peer.received(100, second * SECOND);
        peer.headersComplete(second * SECOND);
        peer.requestComplete(second * SECOND);
    }

    private Verdict look(int second) {
        return peer.look(second * SECOND, true, 0, 0);
    }
}
