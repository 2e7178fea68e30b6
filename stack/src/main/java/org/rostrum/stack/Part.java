package org.rostrum.stack;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The processes of a running Rostrum, infrastructure first; each has a name, a usual port and parts it cannot start without. */
public enum Part {
    KAFKA(8405),
    S3(8406),
    POSTGRES(8407),
    KEYCLOAK(8404),
    MAIL(8408),
    INTAKE(8401),
    PROCESSING(8402),
    PUBLISHING(8403);

    public static final Set<Part> INFRASTRUCTURE = Set.of(KAFKA, S3, POSTGRES, KEYCLOAK, MAIL);

    private final int usualPort;

    Part(int usualPort) {
        this.usualPort = usualPort;
    }

    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    public int usualPort() {
        return usualPort;
    }

    public List<Part> needs() {
        return switch (this) {
            case KAFKA, S3, POSTGRES, MAIL -> List.of();
            case KEYCLOAK -> List.of(POSTGRES);
            case INTAKE, PROCESSING -> List.of(KAFKA, S3, POSTGRES);
            case PUBLISHING -> List.of(KAFKA, S3);
        };
    }

    public boolean isService() {
        return !INFRASTRUCTURE.contains(this);
    }

    public static Optional<Part> named(String label) {
        return Arrays.stream(values())
                .filter(part -> part.label().equals(label))
                .findFirst();
    }

    /** The given parts and everything that they need. */
    public static Set<Part> withNeeds(Set<Part> wanted) {
        Set<Part> all = EnumSet.noneOf(Part.class);
        wanted.forEach(part -> {
            all.add(part);
            all.addAll(part.needs());
        });
        return all;
    }

    public static String labels() {
        return Arrays.stream(values()).map(Part::label).collect(Collectors.joining(", "));
    }
}
