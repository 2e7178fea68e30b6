package org.rostrum.processing.adapter.lingua;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class LinguaLanguagesTest {

    private final LinguaLanguages languages = new LinguaLanguages();

    @Test
    void tells_the_six_languages_of_the_united_nations() {
        Map<String, String> sentences = Map.of(
                "en", "We support the development of networks that reach everyone in rural areas.",
                "fr", "Nous soutenons le développement de réseaux qui desservent toutes les zones rurales.",
                "es", "Apoyamos el desarrollo de redes que lleguen a todas las personas en las zonas rurales.",
                "ar", "نحن ندعم تطوير الشبكات التي تصل إلى الجميع في المناطق الريفية والنائية",
                "zh", "我们支持发展能够覆盖农村地区所有人的网络，并鼓励公共和私人投资。",
                "ru", "Мы поддерживаем развитие сетей, которые доступны всем жителям сельских районов.");

        sentences.forEach((code, sentence) ->
                assertThat(languages.detect(sentence)).as(sentence).contains(code));
    }

    @Test
    void does_not_guess_from_a_few_letters() {
        assertThat(languages.detect("OK")).isEmpty();
        assertThat(languages.detect("")).isEmpty();
        assertThat(languages.detect("2.e 123 456 789 --- 2024-09-07")).isEmpty();
    }
}
