package org.rostrum.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.rostrum.stack.state.Ports;

class CommandLineTest {

    @Test
    void up_starts_everything_in_the_usual_directory_by_default() {
        CommandLine command = CommandLine.parse(List.of("up"));

        assertThat(command.state()).isEqualTo(Path.of(".rostrum"));
        assertThat(command.verb())
                .isEqualTo(new CommandLine.Up(false, Ports.Choice.AS_BEFORE, EnumSet.allOf(Part.class)));
    }

    @Test
    void options_stand_before_or_after_what_they_belong_to() {
        CommandLine command = CommandLine.parse(List.of("logs", "--state", "x", "kafka", "-f"));

        assertThat(command.state()).isEqualTo(Path.of("x"));
        assertThat(command.verb()).isEqualTo(new CommandLine.Logs(Part.KAFKA, true));
    }

    @Test
    void a_choice_of_parts_brings_what_they_need() {
        CommandLine command = CommandLine.parse(List.of("up", "--only", "publishing", "--ports", "auto", "--detach"));

        assertThat(command.verb())
                .isEqualTo(new CommandLine.Up(true, Ports.Choice.FREE, Set.of(Part.PUBLISHING, Part.KAFKA, Part.S3)));
    }

    @Test
    void processing_alone_is_replayed() {
        assertThat(CommandLine.parse(List.of("replay", "processing", "--json", "r.json"))
                        .verb())
                .isEqualTo(new CommandLine.Replay(Path.of("r.json")));
        assertRefused(
                "Only processing can be replayed: publishing replays whenever it starts.", "replay", "publishing");
        assertRefused("./rostrum replay needs a service: ./rostrum help shows what there is.", "replay");
    }

    @Test
    void what_makes_no_sense_is_named_in_one_sentence() {
        assertRefused("There is no command upp: ./rostrum help shows what there is.", "upp");
        assertRefused("There is no option --fast: ./rostrum help shows what there is.", "up", "--fast");
        assertRefused("The option --state needs a value: ./rostrum help shows what there is.", "up", "--state");
        assertRefused("--ports takes auto or default, not 80.", "up", "--ports", "80");
        assertRefused("./rostrum token needs a user: ./rostrum help shows what there is.", "token");
        assertRefused("Nothing can follow here, yet there is now: ./rostrum help shows what there is.", "down", "now");
        assertRefused(
                "There is no part kafak; the parts are kafka, s3, postgres, keycloak, mail, intake, processing, publishing.",
                "kill",
                "kafak");
    }

    private static void assertRefused(String sentence, String... arguments) {
        assertThatThrownBy(() -> CommandLine.parse(List.of(arguments)))
                .isInstanceOf(StackFailure.class)
                .hasMessage(sentence);
    }
}
