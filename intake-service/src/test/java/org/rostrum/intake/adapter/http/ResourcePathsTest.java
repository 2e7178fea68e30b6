package org.rostrum.intake.adapter.http;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper;
import org.jboss.resteasy.reactive.server.mapping.RequestMapper.RequestPath;
import org.jboss.resteasy.reactive.server.mapping.URITemplate;
import org.junit.jupiter.api.Test;

/**
 * RESTEasy chooses by the paths of the classes first, and looks at no method of any other class afterwards: a class whose path
 * also fits the start of somebody else's hides it (404). So every method is asked for here as RESTEasy would look for it.
 */
class ResourcePathsTest {
    private static final ArchRule NOTHING_IS_HIDDEN = classes()
            .that()
            .areAnnotatedWith(Path.class)
            .should(new Found())
            .as("no class-level path hides a method of another resource");

    private static JavaClasses production() {
        return new ClassFileImporter()
                .withImportOption(location -> !location.contains("ResourcePathsTest"))
                .importPackages("org.rostrum.intake.adapter.http");
    }

    private static final class Found extends ArchCondition<JavaClass> {
        private RequestMapper<String> classPaths = mapper(Stream.empty());

        Found() {
            super("have methods that are found");
        }

        @Override
        public void init(Collection<JavaClass> all) {
            classPaths =
                    mapper(all.stream().map(JavaClass::reflect).map(Found::path).distinct());
        }

        private static RequestMapper<String> mapper(Stream<String> paths) {
            var templates = new ArrayList<RequestPath<String>>();
            paths.forEach(path -> templates.add(new RequestPath<>(true, new URITemplate(path, true), path)));
            return new RequestMapper<>(templates);
        }

        @Override
        public void check(JavaClass resource, ConditionEvents events) {
            var own = path(resource.reflect());
            Arrays.stream(resource.reflect().getDeclaredMethods())
                    .filter(Found::answers)
                    .map(method -> joined(own, method))
                    .forEach(path -> {
                        var chosen = classPaths.map(path.replaceAll("\\{[^}]+}", "anything"));
                        if (chosen == null || !chosen.value.equals(own)) {
                            events.add(SimpleConditionEvent.violated(
                                    resource,
                                    path + " of " + resource.getSimpleName() + " is hidden by the class path "
                                            + (chosen == null ? "of nobody" : chosen.value)));
                        }
                    });
        }

        private static boolean answers(Method method) {
            return Arrays.stream(method.getAnnotations())
                    .anyMatch(each -> each.annotationType().isAnnotationPresent(HttpMethod.class));
        }

        private static String path(Class<?> resource) {
            var given = resource.getAnnotation(Path.class).value();
            return given.startsWith("/") ? given : "/" + given;
        }

        private static String joined(String classPath, Method method) {
            var more = Optional.ofNullable(method.getAnnotation(Path.class))
                    .map(Path::value)
                    .orElse("");
            return (classPath + "/" + more).replaceAll("/{2,}", "/").replaceAll("(.)/$", "$1");
        }
    }

    @Test
    void no_class_level_path_hides_a_method_of_another_resource() {
        assertThat(production().stream().filter(each -> each.isAnnotatedWith(Path.class)))
                .hasSizeGreaterThan(10);

        NOTHING_IS_HIDDEN.check(production());
    }

    @Path("/")
    static class Reader {
        @GET
        @Path("things/{id}/receipt")
        public String receipt() {
            return "";
        }
    }

    @Path("/things/{id}")
    static class Hider {
        @GET
        public String thing() {
            return "";
        }
    }

    @Path("/things/{id}/changes")
    static class Neighbour {
        @GET
        public String changes() {
            return "";
        }
    }

    @Test
    void the_rule_sees_what_is_hidden_and_leaves_neighbours_alone() {
        var hidden = NOTHING_IS_HIDDEN.evaluate(new ClassFileImporter().importClasses(Reader.class, Hider.class));
        var apart = NOTHING_IS_HIDDEN.evaluate(new ClassFileImporter().importClasses(Reader.class, Neighbour.class));

        assertThat(hidden.getFailureReport().getDetails())
                .containsExactly("/things/{id}/receipt of Reader is hidden by the class path /things/{id}");
        assertThat(apart.hasViolation()).isFalse();
    }
}
