package org.rostrum.stack.part;

import java.util.List;
import java.util.Map;
import org.rostrum.stack.Part;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.state.Secrets;

/** An S3 server whose buckets are folders of the state directory. */
final class S3Server implements Server {
    private final Setting setting;

    S3Server(Setting setting) {
        this.setting = setting;
    }

    @Override
    public Part part() {
        return Part.S3;
    }

    @Override
    public void prepare() {
        // The process creates its own folder.
    }

    @Override
    public Launch launch() {
        List<String> command = setting.jvm()
                .mainClass(
                        Part.S3,
                        setting.installation().stackJar(),
                        List.of("-Xms32m", "-Xmx256m"),
                        "org.rostrum.stack.node.S3Node",
                        List.of(setting.state().data(Part.S3).toString(), endpoint()));
        Map<String, String> environment = Map.of(
                "ROSTRUM_S3_ACCESS_KEY", setting.secrets().get(Secrets.S3_ACCESS_KEY),
                "ROSTRUM_S3_SECRET_KEY", setting.secrets().get(Secrets.S3_SECRET_KEY));
        return new Launch(command, environment, setting.state().log(Part.S3));
    }

    @Override
    public boolean answers() {
        return Answers.listens(setting.ports().of(Part.S3)) && Answers.status(endpoint() + "/") != 0;
    }

    @Override
    public void furnish() {
        Buckets.read(setting.installation().deploy("buckets.yaml"))
                .createAt(
                        endpoint(),
                        setting.secrets().get(Secrets.S3_ACCESS_KEY),
                        setting.secrets().get(Secrets.S3_SECRET_KEY));
    }

    private String endpoint() {
        return "http://127.0.0.1:" + setting.ports().of(Part.S3);
    }
}
