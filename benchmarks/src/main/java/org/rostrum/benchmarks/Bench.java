package org.rostrum.benchmarks;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.rostrum.benchmarks.extraction.ExtractionBench;
import org.rostrum.benchmarks.intake.IntakeBench;
import org.rostrum.benchmarks.pipeline.PipelineBench;

/** The command that {@code ./rostrum bench} runs: one benchmark by name. A further one adds its case here. */
public final class Bench {
    private static final String HELP = """
        ./rostrum bench intake [--quick | --tiny] [--submissions N] [--only PART,...] [--at-once N]
            [--json FILE] [--state DIR]
                           submissions that intake acknowledges per second, beside a bare baseline, with the
                           whole of Rostrum running; about 8 minutes, --quick about 1
          --submissions N  how many are sent in all, to see whether memory grows (100,000; --quick 10,000)
          --only PART,...  some of throughput, moderate, fairness, overload, bulk, memory
          --at-once N      requests under way at a time
        ./rostrum bench pipeline [--quick | --tiny] [--campaign N] [--growth N] [--only PART,...]
            [--json FILE] [--state DIR]
                           submissions per second from the log to "processed": unique ones, a campaign, and as
                           the round grows, beside the encoder alone; about 8 minutes, --quick about 3
          --only PART,...  some of unique, campaign, copies, growth, files
          --campaign N     submissions of the campaign mix, 6 % of them unique (20,000; --quick 5,000)
          --growth N       how large the round becomes (10,000; --quick 2,000)
          --json FILE      writes {"figures":{name:number}}
          --state DIR      where the Rostrum under test keeps its data (default benchmarks/target/state);
                           removed before and after, so never one of yours

        ./rostrum bench extraction [--quick] [--json FILE]
                           PDF and DOCX of 30,000 characters read per second by isolated workers, beside Tika
                           inside one process; nothing has to run; about 5 minutes, --quick about 1
        """;

    private Bench() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments)));
    }

    static int run(List<String> arguments) {
        Deque<String> words = new ArrayDeque<>(arguments);
        try {
            switch (words.isEmpty() ? "help" : words.removeFirst()) {
                case "pipeline" -> PipelineBench.run(words, new Progress(System.out));
                case "intake" -> IntakeBench.run(words, new Progress(System.out));
                case "extraction" -> ExtractionBench.run(words, new Progress(System.out));
                case "help", "--help", "-h" -> System.out.print(HELP);
                default ->
                    throw new BenchFailure("There is no benchmark of that name; ./rostrum bench help lists them.");
            }
            return 0;
        } catch (BenchFailure e) {
            System.err.println("rostrum bench: " + e.getMessage());
            return 1;
        }
    }
}
