package org.rostrum.publishing.domain.compilation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;

/** What every format must satisfy. */
public final class Formats {
    /** Words that could only come from where the file was made. */
    private static final List<String> MACHINE_TRACES =
            List.of(System.getProperty("user.name") + "@", System.getProperty("user.dir"));

    private Formats() {}

    public static void assertSameBytesEverywhere(CompilationRenderer renderer) {
        var expected = renderer.render(SampleRound.compilation());

        assertThat(renderer.render(SampleRound.compilation())).isEqualTo(expected);
        assertThat(elsewhere("ar-SA-u-nu-arab", "Pacific/Apia", renderer)).isEqualTo(expected);
        assertThat(elsewhere("tr-TR", "America/St_Johns", renderer)).isEqualTo(expected);
        assertThat(elsewhere("th-TH-u-ca-buddhist-nu-thai", "Asia/Kathmandu", renderer))
                .isEqualTo(expected);
    }

    public static void assertNoTraceOfTheMachine(byte[] file) {
        var text = new String(file, StandardCharsets.ISO_8859_1);
        MACHINE_TRACES.forEach(trace -> assertThat(text).doesNotContain(trace));
    }

    private static byte[] elsewhere(String locale, String zone, CompilationRenderer renderer) {
        var homeLocale = Locale.getDefault();
        var homeZone = TimeZone.getDefault();
        try {
            Locale.setDefault(Locale.forLanguageTag(locale));
            TimeZone.setDefault(TimeZone.getTimeZone(zone));
            return renderer.render(SampleRound.compilation());
        } finally {
            Locale.setDefault(homeLocale);
            TimeZone.setDefault(homeZone);
        }
    }
}
