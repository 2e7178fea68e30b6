package org.rostrum.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.util.List;

/** The rules of {@code docs/architecture.md} for one service, given its root package such as {@code org.rostrum.intake}. */
public final class LayerRules {
    private static final String[] WORLD = {
        "java.io..", "java.net..", "java.nio.file..", "java.nio.channels..", "java.sql..", "java.lang.foreign.."
    };

    private final String root;

    private LayerRules(String root) {
        this.root = root;
    }

    public static LayerRules of(String root) {
        return new LayerRules(root);
    }

    /** Checks the production classes under the root package against every rule. */
    public void check() {
        var production = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .withImportOption(location -> !location.contains("/generated-"))
                .importPackages(root);
        if (production.stream().noneMatch(resideInAPackage(root + ".domain.."))) {
            throw new AssertionError("no class under " + root + ".domain was found: these rules would guard nothing");
        }
        all().forEach(rule -> rule.allowEmptyShould(true).check(production));
    }

    List<ArchRule> all() {
        return List.of(
                domainIsPure(),
                domainDoesNotTouchTheWorld(),
                domainDoesNotAskForTheTime(),
                useCasesKnowNoTechnology(),
                adaptersDoNotKnowEachOther(),
                everyClassHasALayer(),
                noServiceKnowsAnother());
    }

    /** Domain uses Java, the contracts and itself: no framework. */
    ArchRule domainIsPure() {
        return classes()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        root + ".domain..", "org.rostrum.contracts..", "java..", "org.jspecify.annotations.."))
                .as("domain uses only Java, the contracts and itself");
    }

    ArchRule domainDoesNotTouchTheWorld() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(WORLD).and(not(resideInAPackage("java.nio.charset.."))))
                .as("domain does no input or output");
    }

    ArchRule domainDoesNotAskForTheTime() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".domain..")
                .should()
                .callMethod(java.time.Instant.class, "now")
                .orShould()
                .callMethod(java.time.LocalDate.class, "now")
                .orShould()
                .callMethod(java.time.LocalDateTime.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(System.class, "nanoTime")
                .orShould()
                .callMethod(java.util.UUID.class, "randomUUID")
                .orShould()
                .callMethod(Math.class, "random")
                .as("time, ids and randomness come into the domain as arguments");
    }

    /** Use cases speak the domain's words; technology reaches them through ports. */
    ArchRule useCasesKnowNoTechnology() {
        return noClasses()
                .that()
                .resideInAPackage(root + ".usecase..")
                .should()
                .dependOnClassesThat(resideInAnyPackage(
                        root + ".adapter..",
                        "io.quarkus..",
                        "io.smallrye..",
                        "io.vertx..",
                        "jakarta..",
                        "org.apache.kafka..",
                        "io.minio..",
                        "java.sql..",
                        "org.eclipse.microprofile.."))
                .as("use cases know no adapter and no framework");
    }

    ArchRule adaptersDoNotKnowEachOther() {
        return slices().matching(root + ".adapter.(*)..")
                .should()
                .notDependOnEachOther()
                .as("adapters do not know each other");
    }

    ArchRule everyClassHasALayer() {
        return classes()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .resideInAnyPackage(root, root + ".domain..", root + ".usecase..", root + ".adapter..")
                .as("every class is in domain, usecase or adapter; only wiring and configuration stand at the root");
    }

    ArchRule noServiceKnowsAnother() {
        return noClasses()
                .that()
                .resideInAPackage(root + "..")
                .should()
                .dependOnClassesThat(resideInAPackage("org.rostrum..")
                        .and(not(resideInAnyPackage(root + "..", "org.rostrum.contracts..", "org.rostrum.platform.."))))
                .as("services talk only through topics");
    }
}
