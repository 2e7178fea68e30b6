package org.rostrum.stack.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rostrum.stack.Part;
import org.rostrum.stack.declared.Buckets;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.S3Identity;

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
                        List.of(
                                setting.state().data(Part.S3).toString(),
                                endpoint(),
                                declared().toString(),
                                Endpoints.url(Part.INTAKE, setting.ports().of(Part.INTAKE))));
        return new Launch(command, keys(), setting.state().log(Part.S3));
    }

    @Override
    public boolean answers() {
        return Answers.listens(setting.ports().of(Part.S3)) && Answers.status(endpoint() + "/") != 0;
    }

    @Override
    public void furnish() {
        S3Identity administrator = setting.secrets().s3(S3Identity.ADMINISTRATOR);
        Buckets.read(declared()).createAt(endpoint(), administrator.accessKey(), administrator.secretKey());
    }

    private Map<String, String> keys() {
        Map<String, String> keys =
                new TreeMap<>(setting.secrets().s3(S3Identity.ADMINISTRATOR).variables());
        Buckets.read(declared())
                .services()
                .forEach(service -> keys.putAll(setting.secrets().s3(service).variables()));
        return keys;
    }

    private Path declared() {
        return setting.installation().deploy("buckets.yaml");
    }

    private String endpoint() {
        return "http://127.0.0.1:" + setting.ports().of(Part.S3);
    }
}
