package org.rostrum.stack;

import java.io.PrintStream;
import java.util.List;
import org.rostrum.stack.part.Installation;
import org.rostrum.stack.state.StateFolder;

/** The command that {@code ./rostrum} runs: one verb, one exit code, and one clear sentence when it cannot be done. */
public final class Rostrum {
    private Rostrum() {}

    public static void main(String[] arguments) {
        System.exit(run(List.of(arguments), System.out, System.err));
    }

    static int run(List<String> arguments, PrintStream out, PrintStream err) {
        try {
            CommandLine command = CommandLine.parse(arguments);
            execute(command, new Progress(out));
            return 0;
        } catch (StackFailure e) {
            err.println("rostrum: " + e.getMessage());
            return e.exitCode();
        }
    }

    private static void execute(CommandLine command, Progress progress) {
        StateFolder state = new StateFolder(command.state());
        switch (command.verb()) {
            case CommandLine.Help _ -> progress.say(HELP);
            case CommandLine.Up up -> new Running(Installation.found(), state, progress).up(up);
            case CommandLine.Down _ -> new Running(Installation.found(), state, progress).down();
            case CommandLine.Restart restart ->
                new Running(Installation.found(), state, progress).restart(restart.part());
            case CommandLine.Kill kill -> new Running(Installation.found(), state, progress).kill(kill.part());
            case CommandLine.Status _ -> new Looking(state, progress).status();
            case CommandLine.Logs logs -> new Looking(state, progress).logs(logs.part(), logs.follow());
            case CommandLine.Apply apply -> new Asking(state, progress).apply(apply.file());
            case CommandLine.Verify verify -> new Verifying(state, progress).verify(verify);
            case CommandLine.Replay replay -> new Replaying(state, progress).replay(replay.json());
            case CommandLine.Token token -> new Asking(state, progress).token(token.user());
        }
    }

    private static final String HELP = """
            ./rostrum VERB [options]

              up [--detach] [--ports auto|default] [--only PART,...]
                                 build what is not built, start what is not running; without --detach it
                                 stays until Ctrl-C and then stops everything
              down               stop everything in good order; the data stay
              status             what runs, where, since when, and how much memory it holds
              logs PART [-f]     print the log of a part, with -f as it grows
              apply FILE         put a consultation's YAML definition to intake
              token USER         print an access token of a demo user
              verify RECEIPT.json [--key FILE|--url URL] [--manifest FILE] [--attachment FILE]...
                                 check a receipt with the published key (what URL/api/v1/receipt-key says);
                                 exit code 0: right, 1: wrong, 2: could not be checked
              replay processing [--json FILE]
                                 read every submission again from log and store; what people settled stays,
                                 and a report says what changed
              restart PART       stop and start one part
              kill PART          kill -9 one part, to see what happens
              test [ARGS]        run every test; ARGS go to Maven
              bench NAME [...]   measure something; ./rostrum bench help lists what
              evaluate WHAT --set DIR [...]
                                 measure filing on a past consultation; ./rostrum evaluate help lists what
              help               this page

            Every verb takes --state DIR, the directory of data, logs and pid files (default .rostrum).
            --no-build as the first word skips looking for changed sources.
            Parts: kafka, s3, postgres, keycloak, mail, intake, processing, publishing; --only also knows infra.""";
}
