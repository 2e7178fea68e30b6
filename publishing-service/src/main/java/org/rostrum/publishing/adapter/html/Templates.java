package org.rostrum.publishing.adapter.html;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator;
import io.quarkus.qute.Variant;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The templates under {@code /pages}; every value is escaped, and a value that does not exist is an error. */
final class Templates {
    private static final Variant HTML = Variant.forContentType(Variant.TEXT_HTML);

    private final Engine engine = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Templates::locate)
            .timeout(30_000)
            .build();

    String render(String template, Map<String, Object> data) {
        var found = engine.getTemplate(template);
        if (found == null) {
            throw new IllegalStateException("there is no template " + template);
        }
        return found.instance().data(new HashMap<>(data)).render();
    }

    private static Optional<TemplateLocator.TemplateLocation> locate(String id) {
        return Templates.class.getResource(file(id)) == null ? Optional.empty() : Optional.of(new Location(id));
    }

    private static String file(String id) {
        return "/pages/" + id + ".html";
    }

    private record Location(String id) implements TemplateLocator.TemplateLocation {
        @Override
        public Reader read() {
            var stream = Templates.class.getResourceAsStream(file(id));
            return new InputStreamReader(Objects.requireNonNull(stream), StandardCharsets.UTF_8);
        }

        @Override
        public Optional<Variant> getVariant() {
            return Optional.of(HTML);
        }
    }
}
