package org.rostrum.publishing.adapter.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.ws.rs.core.Request;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.rostrum.platform.objectstore.InMemoryObjectStore;
import org.rostrum.platform.problem.ProblemException;
import org.rostrum.publishing.adapter.objectstore.ObjectStoreSite;
import org.rostrum.publishing.adapter.objectstore.ServedFiles;
import org.rostrum.publishing.domain.SitePath;
import org.rostrum.publishing.usecase.LivingRecord;
import org.rostrum.publishing.usecase.Readiness;
import org.rostrum.publishing.usecase.Site;

class SiteResourceTest {
    private final ServedFiles files = new ServedFiles(new InMemoryObjectStore(), 1_000_000);
    private final Site site = new ObjectStoreSite(files);
    private final SiteResource resource = new SiteResource(files, new Readiness(new LivingRecord(), () -> true));

    @Test
    void a_page_hidden_for_what_it_held_is_asked_for_again_in_a_moment() {
        site.show(Site.Page.html(SitePath.HOME, "Words.".getBytes(StandardCharsets.UTF_8)));

        site.hide(SitePath.HOME);

        var refusal = home();
        assertThat(refusal.problem().status()).isEqualTo(503);
        assertThat(refusal.retryAfter()).isPresent();
    }

    @Test
    void a_page_that_was_removed_is_not_there() {
        site.show(Site.Page.html(SitePath.HOME, "Words.".getBytes(StandardCharsets.UTF_8)));
        site.hide(SitePath.HOME);

        site.remove(SitePath.HOME);

        assertThat(home().problem().status()).isEqualTo(404);
    }

    private ProblemException home() {
        return catchThrowableOfType(ProblemException.class, () -> resource.home(unasked()));
    }

    private static Request unasked() {
        return (Request) Proxy.newProxyInstance(
                SiteResourceTest.class.getClassLoader(), new Class<?>[] {Request.class}, (_, method, _) -> {
                    throw new AssertionError("nobody asks for " + method.getName());
                });
    }
}
