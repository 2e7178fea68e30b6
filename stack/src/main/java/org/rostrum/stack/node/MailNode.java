package org.rostrum.stack.node;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * An SMTP server on the loopback interface that takes mail for everybody and delivers none of it onward: each is a file
 * before its sender is told that it was taken. What arrived is shown by {@link MailPages}.
 */
public final class MailNode {
    private MailNode() {}

    /** Takes the folder of the mails, the SMTP port and the port of the pages. */
    public static void main(String[] arguments) throws Exception {
        KeptMails mails = new KeptMails(Path.of(arguments[0]));
        GreenMail server = new GreenMail(new ServerSetup(Integer.parseInt(arguments[1]), "127.0.0.1", "smtp"));
        GreenMailUser everybody = server.getUserManager().createUser("everybody@localhost", "everybody", "");
        server.getUserManager().setMessageDeliveryHandler((message, to) -> {
            mails.keep(message.getMessage());
            return everybody;
        });
        server.start();
        new MailPages(mails, Integer.parseInt(arguments[2])).start();
        var _ = Executors.newSingleThreadScheduledExecutor(
                        Thread.ofPlatform().daemon().factory())
                .scheduleWithFixedDelay(() -> forget(server), 1, 1, TimeUnit.MINUTES);
        Runtime.getRuntime().addShutdownHook(new Thread(server::stop, "stop"));
    }

    /** GreenMail keeps a copy of each mail in memory, which nobody reads here. */
    private static void forget(GreenMail server) {
        try {
            server.purgeEmailFromAllMailboxes();
        } catch (FolderException e) {
            throw new IllegalStateException("Mails in memory could not be forgotten", e);
        }
    }
}
