package org.rostrum.stack.part;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.rostrum.stack.Part;
import org.rostrum.stack.process.Launch;
import org.rostrum.stack.state.Endpoints;
import org.rostrum.stack.state.Ports;
import org.rostrum.stack.state.PropertiesFile;
import org.rostrum.stack.state.S3Identity;
import org.rostrum.stack.state.Secrets;
import org.rostrum.stack.state.WholeFile;

/** One of our three services, configured by its environment only. */
final class ServiceServer implements Server {
    private final Setting setting;
    private final Part part;

    ServiceServer(Setting setting, Part part) {
        this.setting = setting;
        this.part = part;
    }

    @Override
    public Part part() {
        return part;
    }

    @Override
    public void prepare() {
        // Its environment is all that it needs.
    }

    @Override
    public Launch launch() {
        List<String> command =
                setting.jvm().jar(part, setting.installation().serviceJar(part), List.of("-Xms64m", heap()));
        return new Launch(command, environment(), setting.state().log(part));
    }

    /** Submissions come first: what they leave of the processors is enough for processing to catch up later. */
    @Override
    public boolean givesWay() {
        return part == Part.PROCESSING;
    }

    @Override
    public boolean answers() {
        int port = setting.ports().of(part);
        return Answers.listens(port) && Answers.status("http://127.0.0.1:" + port + "/q/health/ready") == 200;
    }

    void noteEnvironment() {
        WholeFile.writeSecret(setting.state().environment(part), PropertiesFile.text(environment()));
    }

    private Map<String, String> environment() {
        Map<String, String> variables = new TreeMap<>(common());
        if (part == Part.INTAKE || part == Part.PROCESSING) {
            variables.putAll(database());
        }
        switch (part) {
            case INTAKE -> variables.putAll(intake());
            case PROCESSING -> variables.putAll(processing());
            case PUBLISHING, KAFKA, S3, POSTGRES, KEYCLOAK, MAIL -> {}
        }
        variables.putAll(PropertiesFile.read(setting.state().overrides(part)));
        return variables;
    }

    private String heap() {
        return part == Part.INTAKE ? "-Xmx256m" : "-Xmx512m";
    }

    private Map<String, String> common() {
        Ports ports = setting.ports();
        S3Identity keys = setting.secrets().s3(part.label());
        return Map.ofEntries(
                Map.entry("QUARKUS_PROFILE", "demo"),
                Map.entry("QUARKUS_HTTP_HOST", "127.0.0.1"),
                Map.entry("QUARKUS_HTTP_PORT", Integer.toString(ports.of(part))),
                Map.entry("KAFKA_BOOTSTRAP_SERVERS", Endpoints.url(Part.KAFKA, ports.of(Part.KAFKA))),
                Map.entry("ROSTRUM_S3_ENDPOINT", Endpoints.url(Part.S3, ports.of(Part.S3))),
                Map.entry("ROSTRUM_S3_ACCESS_KEY", keys.accessKey()),
                Map.entry("ROSTRUM_S3_SECRET_KEY", keys.secretKey()),
                Map.entry("ROSTRUM_S3_REGION", "us-east-1"),
                Map.entry(
                        "ROSTRUM_OIDC_ISSUER",
                        Endpoints.url(Part.KEYCLOAK, ports.of(Part.KEYCLOAK)) + "/realms/rostrum"),
                Map.entry("ROSTRUM_INTAKE_URL", Endpoints.url(Part.INTAKE, ports.of(Part.INTAKE))),
                Map.entry("ROSTRUM_PROCESSING_URL", Endpoints.url(Part.PROCESSING, ports.of(Part.PROCESSING))),
                Map.entry("ROSTRUM_PUBLISHING_URL", Endpoints.url(Part.PUBLISHING, ports.of(Part.PUBLISHING))));
    }

    private Map<String, String> database() {
        return Map.of(
                "ROSTRUM_POSTGRES_URL",
                "jdbc:postgresql://127.0.0.1:" + setting.ports().of(Part.POSTGRES) + "/" + part.label(),
                "ROSTRUM_POSTGRES_USER",
                part.label(),
                "ROSTRUM_POSTGRES_PASSWORD",
                setting.secrets().database(part.label()));
    }

    private Map<String, String> intake() {
        return Map.ofEntries(
                // Browsers on this machine reach the store as the services do.
                Map.entry(
                        "ROSTRUM_S3_PUBLIC_ENDPOINT",
                        Endpoints.url(Part.S3, setting.ports().of(Part.S3))),
                Map.entry("ROSTRUM_SMTP_HOST", "127.0.0.1"),
                Map.entry("ROSTRUM_SMTP_PORT", Integer.toString(setting.ports().of(Part.MAIL))),
                Map.entry("ROSTRUM_SMTP_START_TLS", "DISABLED"),
                Map.entry(
                        "ROSTRUM_MAIL_PAGES",
                        "http://localhost:" + setting.ports().mailPage()),
                Map.entry("ROSTRUM_SMTP_FROM", "Rostrum <rostrum@localhost>"),
                Map.entry("ROSTRUM_OIDC_CLIENT_SECRET", setting.secrets().get(Secrets.INTAKE_OIDC_CLIENT)),
                Map.entry("ROSTRUM_INTAKE_ID_KEY", setting.secrets().get(Secrets.INTAKE_ID_KEY)),
                Map.entry("ROSTRUM_INTAKE_RECEIPT_KEY", setting.secrets().get(Secrets.INTAKE_RECEIPT_KEY)),
                Map.entry("ROSTRUM_INTAKE_CONTACT_KEY", setting.secrets().get(Secrets.INTAKE_CONTACT_KEY)));
    }

    private Map<String, String> processing() {
        return Map.of(
                "ROSTRUM_OIDC_CLIENT_SECRET", setting.secrets().get(Secrets.OIDC_CLIENT),
                "ROSTRUM_EXTRACTION_CLASSPATH", setting.installation().extractionClassPath());
    }
}
