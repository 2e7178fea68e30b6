package org.rostrum.processing.adapter.pages;

import io.quarkus.qute.Engine;
import io.quarkus.qute.HtmlEscaper;
import io.quarkus.qute.ReflectionValueResolver;
import io.quarkus.qute.TemplateLocator.TemplateLocation;
import io.quarkus.qute.Variant;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The service's own templates and escaping, without the service. */
final class Rendered {
    private static final Engine ENGINE = Engine.builder()
            .addDefaults()
            .addValueResolver(new ReflectionValueResolver())
            .addResultMapper(new HtmlEscaper(List.of(Variant.TEXT_HTML)))
            .addLocator(Rendered::locate)
            .strictRendering(true)
            .build();

    private Rendered() {}

    static String template(String name, Map<String, Object> data) {
        var template = Objects.requireNonNull(ENGINE.getTemplate("dashboard/" + name), name);
        var instance = template.instance();
        data.forEach(instance::data);
        return instance.render();
    }

    static String sheet(CaseSheet sheet) {
        return template("sheet", Map.of("sheet", sheet, "user", "Ada"));
    }

    static String list(Overview overview) {
        return template("list", Map.of("overview", overview, "user", "Ada"));
    }

    private static Optional<TemplateLocation> locate(String id) {
        var resource = Rendered.class.getResource("/templates/" + id + ".html");
        return resource == null
                ? Optional.empty()
                : Optional.of(new TemplateLocation() {
                    @Override
                    public Reader read() {
                        try {
                            return new InputStreamReader(resource.openStream(), StandardCharsets.UTF_8);
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    }

                    @Override
                    public Optional<Variant> getVariant() {
                        return Optional.of(Variant.forContentType(Variant.TEXT_HTML));
                    }
                });
    }
}
