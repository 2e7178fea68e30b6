package org.rostrum.intake.adapter.http;

import java.util.Optional;

/** Which button of the form was pressed: the value of the part {@code do}. A form without it is sent at once. */
sealed interface FormAction {
    record Save() implements FormAction {}

    /** By script, while somebody writes. */
    record Autosave() implements FormAction {}

    record Attach() implements FormAction {}

    record Remove(String fileId) implements FormAction {}

    /** Ends a conflict between two windows. */
    record Settle(String field, boolean useOther) implements FormAction {}

    record Review() implements FormAction {}

    /** {@code asSaved} if the post carries nothing but the draft's token. */
    record Send(boolean asSaved) implements FormAction {}

    static FormAction of(FormBody body) {
        var pressed = body.textOr("do", "send");
        var steps = pressed.split(":", 2);
        var rest = Optional.of(steps)
                .filter(two -> two.length == 2)
                .map(two -> two[1])
                .orElse("");
        return switch (steps[0]) {
            case "autosave" -> new Autosave();
            case "attach" -> new Attach();
            case "remove" -> new Remove(rest);
            case "use" -> new Settle(rest, true);
            case "forget" -> new Settle(rest, false);
            case "review" -> new Review();
            case "send" -> new Send(body.text("saved") != null);
            default -> new Save();
        };
    }
}
