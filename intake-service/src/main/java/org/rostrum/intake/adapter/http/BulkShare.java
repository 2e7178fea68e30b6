package org.rostrum.intake.adapter.http;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.ThreadLocalRandom;
import org.rostrum.intake.IntakeConfig;
import org.rostrum.platform.problem.Problem;

/** What all batches together may take of this process, so that no bulk sender slows down anybody else. */
@ApplicationScoped
class BulkShare {
    private static final int SHORTEST_WAIT = 5;
    private static final int LONGEST_WAIT = 15;

    private final Semaphore batches;
    private final Semaphore lines;
    private final int lineBytes;

    @Inject
    BulkShare(IntakeConfig config) {
        this(config.bulk().batches(), config.bulk().concurrency(), config.bulk().lineBytes());
    }

    BulkShare(int batches, int lines, int lineBytes) {
        this.batches = new Semaphore(batches);
        this.lines = new Semaphore(lines, true);
        this.lineBytes = lineBytes;
    }

    int lineBytes() {
        return lineBytes;
    }

    /** Throws a {@link org.rostrum.platform.problem.ProblemException} (503) while too many batches are being read. */
    void enterBatch() {
        if (!batches.tryAcquire()) {
            var wait = Duration.ofSeconds(ThreadLocalRandom.current().nextInt(SHORTEST_WAIT, LONGEST_WAIT));
            throw Problem.of(503, "too-many-batches", "Too many batches are being received just now")
                    .kept("Nothing of this batch was kept.")
                    .next("Wait as long as the Retry-After header says, then send the same batch again.")
                    .asException()
                    .retryAfter(wait);
        }
    }

    void leaveBatch() {
        batches.release();
    }

    /** Waits for its turn among the lines of all batches. */
    void enterLine() throws InterruptedException {
        lines.acquire();
    }

    void leaveLine() {
        lines.release();
    }
}
