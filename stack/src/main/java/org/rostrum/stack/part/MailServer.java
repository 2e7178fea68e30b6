package org.rostrum.stack.part;

import java.util.List;
import java.util.Map;
import org.rostrum.stack.Part;
import org.rostrum.stack.process.Launch;

/** A mail server that delivers nothing onward: it keeps every mail in the state directory and shows it in the browser. */
final class MailServer implements Server {
    private final Setting setting;

    MailServer(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Part part() {
        return Part.MAIL;
    }

    @Override
    public void prepare() {
        // The process creates its own folder.
    }

    @Override
    public Launch launch() {
        List<String> command = setting.jvm()
                .mainClass(
                        Part.MAIL,
                        setting.installation().stackJar(),
                        List.of("-Xms16m", "-Xmx96m"),
                        "org.rostrum.stack.node.MailNode",
                        List.of(
                                setting.state().data(Part.MAIL).toString(),
                                Integer.toString(setting.ports().of(Part.MAIL)),
                                Integer.toString(setting.ports().mailPage())));
        return new Launch(command, Map.of(), setting.state().log(Part.MAIL));
    }

    @Override
    public boolean answers() {
        return Answers.listens(setting.ports().of(Part.MAIL))
                && Answers.status("http://localhost:" + setting.ports().mailPage() + "/") == 200;
    }
}
