package org.rostrum.processing.adapter.pages;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AddressesTest {

    /** Quarkus passes over the others in silence, and every page is a 404. */
    @Test
    void every_method_that_answers_requests_is_public() {
        var answering = answering(List.of(ListPage.class, SheetPage.class, SignedOut.class));

        assertThat(answering).hasSize(10).allMatch(method -> Modifier.isPublic(method.getModifiers()));
    }

    @Test
    void every_page_but_the_last_is_for_staff_and_managers() {
        assertThat(List.of(ListPage.class, SheetPage.class))
                .allSatisfy(page -> assertThat(
                                page.getAnnotation(RolesAllowed.class).value())
                        .containsExactlyInAnyOrder("staff", "manager"));
    }

    private static List<Method> answering(List<Class<?>> pages) {
        return pages.stream()
                .flatMap(page -> Arrays.stream(page.getDeclaredMethods()))
                .filter(method -> method.isAnnotationPresent(GET.class) || method.isAnnotationPresent(POST.class))
                .toList();
    }
}
