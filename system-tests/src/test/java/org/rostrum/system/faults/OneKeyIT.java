package org.rostrum.system.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.rostrum.system.faults.Reply.Acknowledged;
import org.rostrum.system.faults.Reply.Refused;
import org.rostrum.system.faults.Sending.File;

/** Promise 2 on the running system: one key, one submission, one receipt, however often and however fast it is sent. */
class OneKeyIT {
    private static final int TIMES = 100;

    private final FaultStack system = FaultStack.shared();
    private final Evidence before = system.evidence();
    private final History history = new History();
    private final List<Courier> couriers = couriers();

    @AfterEach
    void close() {
        couriers.forEach(Courier::close);
    }

    @Test
    void a_hundred_parallel_sends_of_one_key_are_one_submission_with_one_receipt() throws Exception {
        var replies = sendAtOnce(Sending.fresh(key(), List.of()), TIMES);

        assertOneReceipt(replies);
        assertOneSubmission();
    }

    @Test
    void a_hundred_parallel_sends_with_attachments_are_one_submission_with_one_receipt() throws Exception {
        var files = List.of(new File("one.txt", "The first paper."), new File("two.txt", "The second paper."));

        var replies = sendAtOnce(Sending.fresh(key(), files), TIMES);

        assertOneReceipt(replies);
        assertOneSubmission();
    }

    @Test
    void of_two_bodies_that_race_under_one_key_one_is_received_and_the_other_refused() throws Exception {
        var one = Sending.fresh(key(), List.of());
        var tasks = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < TIMES / 2; i++) {
            var courier = couriers.get(i % couriers.size());
            tasks.add(() -> insist(courier, one));
            tasks.add(() -> insist(courier, one.otherBody()));
        }

        var replies = together(tasks);

        var receipts = replies.stream()
                .filter(Acknowledged.class::isInstance)
                .map(reply -> ((Acknowledged) reply).receipt())
                .collect(Collectors.toSet());
        assertThat(receipts).hasSize(1);
        assertThat(replies.stream().filter(Refused.class::isInstance).map(reply -> ((Refused) reply).status()))
                .hasSize(TIMES / 2)
                .containsOnly(422);
        assertOneSubmission();
    }

    @Test
    void the_same_key_in_another_consultation_is_another_submission() {
        var courier = couriers.getFirst();
        var sending = Sending.fresh(key(), List.of());

        var here = (Acknowledged) insist(courier, sending);
        var there = system.send(
                "/api/v1/consultations/" + FaultStack.OTHER_CONSULTATION + "/rounds/open/submissions",
                sending.json(),
                "Idempotency-Key",
                sending.key());

        assertThat(there.statusCode()).as(there.body()).isEqualTo(201);
        assertThat(there.body()).doesNotContain(here.reference());
    }

    private void assertOneReceipt(List<Reply> replies) {
        assertThat(replies).hasSize(TIMES).allMatch(Acknowledged.class::isInstance);
        assertThat(replies.stream()
                        .map(reply -> ((Acknowledged) reply).receipt())
                        .distinct())
                .hasSize(1);
        assertThat(replies.stream().filter(reply -> ((Acknowledged) reply).status() == 201))
                .hasSizeGreaterThanOrEqualTo(1);
    }

    private void assertOneSubmission() {
        assertThat(system.findingsOnceReconciled(history.exchanges(), before)).isEmpty();
        var manifests = system.evidence().without(before).objects().keySet().stream()
                .filter(key -> key.endsWith("/manifest.json"));
        assertThat(manifests).hasSize(1);
    }

    private List<Reply> sendAtOnce(Sending sending, int times) throws Exception {
        var tasks = new ArrayList<Callable<Reply>>();
        for (int i = 0; i < times; i++) {
            var courier = couriers.get(i % couriers.size());
            tasks.add(() -> insist(courier, sending));
        }
        return together(tasks);
    }

    private static List<Reply> together(List<Callable<Reply>> tasks) throws Exception {
        var replies = new ArrayList<Reply>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var reply : threads.invokeAll(tasks)) {
                replies.add(reply.get());
            }
        }
        return replies;
    }

    private static Reply insist(Courier courier, Sending sending) {
        return courier.sendUntilAnswered(sending, Duration.ofMillis(200), Duration.ofSeconds(60));
    }

    private List<Courier> couriers() {
        var all = new ArrayList<Courier>();
        for (int number = 0; number < 20; number++) {
            all.add(new Courier(system.intake(), history, number, Duration.ofSeconds(30)));
        }
        return all;
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
