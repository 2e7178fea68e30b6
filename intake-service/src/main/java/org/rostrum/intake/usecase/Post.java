package org.rostrum.intake.usecase;

import org.rostrum.intake.domain.Letter;

/** Hands letters to the mail server. */
public interface Post {

    /** What the mail server said. */
    sealed interface Delivery {}

    record Taken() implements Delivery {}

    /** It refused this one letter; {@code forGood} if asking again is of no use. */
    record Refused(boolean forGood, String reply) implements Delivery {}

    /** It takes no letter at all now. */
    record Away(String reason) implements Delivery {}

    /** False if no mail server is configured. */
    boolean isOpen();

    Delivery deliver(Letter letter);
}
