package org.rostrum.publishing.domain;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.rostrum.contracts.PublicContribution;
import org.rostrum.contracts.Publication;
import org.rostrum.publishing.domain.compilation.CountryNames;
import org.rostrum.publishing.domain.compilation.PrintableText;

/** Who a contribution is from, in words, as far as it may be known; empty texts where nothing is known. */
public final class Attribution {
    private Attribution() {}

    /** The organisation, else the person, else that nobody is named. */
    public static String who(PublicContribution content) {
        if (content.publication() == Publication.ANONYMOUS) {
            return "Anonymous";
        }
        var from = content.contributor();
        return Stream.of(line(from.organisation()), line(from.name()))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElse("Name not given");
    }

    /** The person behind an organisation, with their function. */
    public static String person(PublicContribution content) {
        var from = content.contributor();
        var name = line(from.organisation()).isEmpty() ? "" : line(from.name());
        return join(name, line(from.jobTitle()));
    }

    public static String onBehalfOf(PublicContribution content) {
        return line(content.contributor().onBehalfOf());
    }

    public static String country(PublicContribution content) {
        var country = line(content.contributor().country());
        return country.isEmpty() ? "" : CountryNames.of(country);
    }

    public static String group(PublicContribution content) {
        return line(content.contributor().stakeholderGroup());
    }

    /** Group and country on one line. */
    public static String groupAndCountry(PublicContribution content) {
        return join(group(content), country(content));
    }

    private static String join(String... parts) {
        return Stream.of(parts).filter(part -> !part.isEmpty()).collect(Collectors.joining(", "));
    }

    private static String line(@Nullable String text) {
        return text == null ? "" : PrintableText.line(text);
    }
}
