package org.rostrum.stack.part;

import org.rostrum.stack.Part;

/** Which server plays which part. */
public final class Servers {
    private Servers() {}

    public static Server of(Part part, Setting setting) {
        return switch (part) {
            case KAFKA -> new KafkaServer(setting);
            case S3 -> new S3Server(setting);
            case POSTGRES -> new PostgresServer(setting);
            case KEYCLOAK -> new KeycloakServer(setting);
            case MAIL -> new MailServer(setting);
            case INTAKE, PROCESSING, PUBLISHING -> new ServiceServer(setting, part);
        };
    }
}
