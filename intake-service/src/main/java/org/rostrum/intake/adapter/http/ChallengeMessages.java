package org.rostrum.intake.adapter.http;

import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What people read who send while very many do; other languages in {@code messages/challenge_*.properties}. */
@MessageBundle("challenge")
public interface ChallengeMessages {
    @Message("Very many responses are arriving just now")
    String title();

    @Message("Yours is saved, with everything you typed and every file. Wait {seconds} seconds, then press Send again.")
    String wait_and_send(String seconds);

    @Message(
            "Yours is saved, with everything you typed and every file. Your browser is doing a little work for it and then sends it by itself.")
    String working();

    @Message("The work is done. Your response is being sent.")
    String sending();

    @Message("How far the work is")
    String progress();

    @Message(
            "We ask this of everybody without an account, so that programs cannot crowd people out. You need not do anything else.")
    String why();
}
