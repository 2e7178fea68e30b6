package org.rostrum.publishing.domain.compilation;

import static java.util.Map.entry;

import java.util.Locale;
import java.util.Map;

/** English names of countries and areas as the United Nations write them (UNTERM; M49 standard). */
public final class CountryNames {
    /** Only those that differ from the names of the Unicode CLDR, which come with Java. */
    private static final Map<String, String> UNITED_NATIONS = Map.ofEntries(
            entry("BO", "Bolivia (Plurinational State of)"),
            entry("BN", "Brunei Darussalam"),
            entry("CD", "Democratic Republic of the Congo"),
            entry("CG", "Congo"),
            entry("CI", "Côte d’Ivoire"),
            entry("CV", "Cabo Verde"),
            entry("CZ", "Czechia"),
            entry("FM", "Micronesia (Federated States of)"),
            entry("GB", "United Kingdom of Great Britain and Northern Ireland"),
            entry("HK", "China, Hong Kong Special Administrative Region"),
            entry("IR", "Iran (Islamic Republic of)"),
            entry("KP", "Democratic People’s Republic of Korea"),
            entry("KR", "Republic of Korea"),
            entry("LA", "Lao People’s Democratic Republic"),
            entry("MD", "Republic of Moldova"),
            entry("MM", "Myanmar"),
            entry("MO", "China, Macao Special Administrative Region"),
            entry("NL", "Netherlands (Kingdom of the)"),
            entry("PS", "State of Palestine"),
            entry("RU", "Russian Federation"),
            entry("ST", "Sao Tome and Principe"),
            entry("SY", "Syrian Arab Republic"),
            entry("SZ", "Eswatini"),
            entry("TL", "Timor-Leste"),
            entry("TR", "Türkiye"),
            entry("TW", "Taiwan Province of China"),
            entry("TZ", "United Republic of Tanzania"),
            entry("US", "United States of America"),
            entry("VA", "Holy See"),
            entry("VE", "Venezuela (Bolivarian Republic of)"),
            entry("VN", "Viet Nam"));

    private CountryNames() {}

    /** The name of an ISO 3166-1 alpha-2 code; anything else is what the respondent wrote, and stays as it is. */
    public static String of(String codeOrName) {
        var code = codeOrName.strip().toUpperCase(Locale.ROOT);
        if (!Locale.getISOCountries(Locale.IsoCountryCode.PART1_ALPHA2).contains(code)) {
            return PrintableText.line(codeOrName);
        }
        return UNITED_NATIONS.getOrDefault(code, Locale.of("", code).getDisplayCountry(Locale.ENGLISH));
    }
}
