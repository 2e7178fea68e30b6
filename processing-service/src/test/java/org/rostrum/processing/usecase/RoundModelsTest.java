package org.rostrum.processing.usecase;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;
import org.rostrum.contracts.Publication;
import org.rostrum.contracts.Round;
import org.rostrum.processing.domain.filing.Instrument;
import org.rostrum.processing.domain.filing.RoundModel;

/** What is known of rounds while an encoder hangs or fails. */
class RoundModelsTest {
    private static final Round FIRST = Workplace.definition().rounds().getFirst();
    /** One for each task: on two processors, what is usual has one for all. */
    private static final Executor THREADS = task -> Thread.ofPlatform().daemon().start(task);

    private static final String TEXT = "Cables should be laid by those who use them. Satellites are another matter.";

    /** What it does before it answers. */
    private interface Before {
        void encode(Encoder.Role role);
    }

    private record Told(Before before) implements Encoder {
        @Override
        public String version() {
            return "told";
        }

        @Override
        public int dimension() {
            return 2;
        }

        @Override
        public List<float[]> encode(List<String> texts, Role role) {
            before.encode(role);
            return texts.stream().map(text -> new float[] {1, 0}).toList();
        }
    }

    @Test
    void a_copy_does_not_wait_for_an_encoder_that_hangs_over_the_questions() throws Exception {
        var asked = new CountDownLatch(1);
        var answer = new CountDownLatch(1);
        var models = new RoundModels(new DescribeTexts(
                new Told(_ -> {
                    asked.countDown();
                    await(answer);
                }),
                TestFeatures::words));
        var model = CompletableFuture.supplyAsync(
                () -> models.of(Workplace.CONSULTATION, FIRST, Instrument.of(FIRST)), THREADS);
        asked.await();

        var known = CompletableFuture.supplyAsync(
                () -> models.knowledge(Workplace.CONSULTATION, FIRST, Instrument.of(FIRST)), THREADS);
        try {
            assertThat(known).succeedsWithin(Duration.ofSeconds(30));
            assertThat(model).isNotDone();
        } finally {
            answer.countDown();
        }
        assertThat(model).succeedsWithin(Duration.ofSeconds(30)).matches(RoundModel::isUnderstood);
        var same = Workplace.definition().rounds().getFirst();
        assertThat(models.knowledge(Workplace.CONSULTATION, same, Instrument.of(same)))
                .isSameAs(known.join());
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The questions are asked about after it, and that works: nobody may take the one for the other. */
    @Test
    void what_was_read_while_the_encoder_failed_does_not_stand_for_copies() {
        var workplace = new Workplace();
        var asked = new ArrayList<Encoder.Role>();
        var describe = new DescribeTexts(
                new Told(role -> {
                    asked.add(role);
                    if (asked.size() == 1) {
                        throw new IllegalStateException("told to fail once");
                    }
                }),
                TestFeatures::words);
        var reader = new ReadSubmission(
                (_, _) -> {},
                (_, _, _) -> workplace.extraction,
                _ -> Optional.of("en"),
                describe,
                new RoundModels(describe));
        var received = workplace.received(Publication.PUBLIC, List.of(), TEXT, List.of());
        var manifest = Objects.requireNonNull(
                workplace.manifests.get(received.manifest().key()));

        boolean first = reader.read(manifest, FIRST).copied().isEmpty();
        boolean second = reader.read(manifest, FIRST).copied().isEmpty();
        boolean third = reader.read(manifest, FIRST).copied().isEmpty();

        assertThat(first).isTrue();
        assertThat(second).isTrue();
        assertThat(third).isTrue(); // nobody is a copy of himself
        assertThat(asked).containsExactly(Encoder.Role.PASSAGE, Encoder.Role.QUERY, Encoder.Role.PASSAGE);
    }
}
