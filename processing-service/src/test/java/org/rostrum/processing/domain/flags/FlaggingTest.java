package org.rostrum.processing.domain.flags;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.rostrum.processing.adapter.phone.LibPhoneNumbers;

class FlaggingTest {
    private static final Flagging FLAGGING = new Flagging(new LibPhoneNumbers());

    private static List<String> found(String text) {
        return FLAGGING.in(text, null).stream()
                .map(found -> found.kind() + " "
                        + text.substring(found.span().start(), found.span().end()))
                .toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    Write to zoe.m+x@rights.example.org now            | EMAIL zoe.m+x@rights.example.org
                    écrire à zoé [arobase] exemple [point] org          | EMAIL zoé [arobase] exemple [point] org
                    My account is DE89 3704 0044 0532 0130 00 at home   | BANK_ACCOUNT DE89 3704 0044 0532 0130 00
                    IBAN FR1420041010050500013M02606.                   | BANK_ACCOUNT FR1420041010050500013M02606
                    card 4111 1111 1111 1111 until May                  | PAYMENT_CARD 4111 1111 1111 1111
                    SSN 219-09-9999 is mine                             | IDENTITY_NUMBER 219-09-9999
                    DNI 12345678Z, gracias                              | IDENTITY_NUMBER 12345678Z
                    身份证 11010519491231002X 是我的                      | IDENTITY_NUMBER 11010519491231002X
                    СНИЛС 112-233-445 95 мой                            | IDENTITY_NUMBER 112-233-445 95
                    AHV 756.9217.0769.85                                | IDENTITY_NUMBER 756.9217.0769.85
                    Mon passeport n° 12AB34567 est perdu, passeport no 123456789 | IDENTITY_NUMBER 123456789
                    from 192.168.178.21 came                            | IP_ADDRESS 192.168.178.21
                    from 2001:db8::8a2e:370:7334 came                   | IP_ADDRESS 2001:db8::8a2e:370:7334
                    call me on +41 44 668 18 00 tonight                 | TELEPHONE +41 44 668 18 00
                    Tel.: 0123 456789                                   | TELEPHONE 0123 456789
                    телефон 495 123-45-67                               | TELEPHONE 495 123-45-67
                    电话：010 8888 7777                                  | TELEPHONE 010 8888 7777
                    هاتف: 0100 123 4567                                 | TELEPHONE 0100 123 4567
                    I live at 12 Old Mill Lane, as he does              | POSTAL_ADDRESS 12 Old Mill Lane
                    j'habite 4 bis, rue de la Paix à Lyon               | POSTAL_ADDRESS 4 bis, rue de la Paix
                    vivo en la calle de Alcalá 45 desde hace años       | POSTAL_ADDRESS calle de Alcalá 45
                    живу на ул. Ленина, д. 5 с мужем                    | POSTAL_ADDRESS ул. Ленина, д. 5
                    住在和平路12号                                         | POSTAL_ADDRESS 住在和平路12号
                    أسكن في شارع الحرية 12 منذ سنة                        | POSTAL_ADDRESS شارع الحرية 12
                    ask Mrs Adele Example about it                      | PERSON_NAME Adele Example
                    demandez à Mme Durand-Petit demain                  | PERSON_NAME Durand-Petit
                    mi vecina Carmen Ejemplo lo vio                     | PERSON_NAME Carmen Ejemplo
                    мой сосед Иван Примеров видел                       | PERSON_NAME Иван Примеров
                    我的邻居王小明看见了                                    | PERSON_NAME 王小明
                    قال السيد أحمد مثال ذلك                               | PERSON_NAME أحمد مثال
                    this is bullshit to me                              | PROFANITY bullshit
                    quel connard il est                                 | PROFANITY connard
                    I will kill you all                                 | THREAT I will kill you
                    on va vous tuer demain                              | THREAT on va vous tuer
                    os vamos a matar pronto                             | THREAT os vamos a matar
                    я тебя убью завтра                                  | THREAT я тебя убью
                    我要杀了你                                            | THREAT 杀了你
                    سأقتلك غدا                                          | THREAT سأقتلك
                    """)
    void finds_with_its_span(String text, String expected) {
        assertThat(found(text)).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "See items 2.8.1.2 and 2.7.4 of WSIS 2003-2025, Resolution 1332 of 11/04/2016.",
                "In 2024, 5 400 000 000 people, 67.4 percent, spent USD 1,250,000.00 on it.",
                "Document CWG-Internet-21/INF/3 was presented at 14:30:00 on 2026-11-22.",
                "ISBN 978-92-61-30081-1 and RFC 9110 are cited; DOI 10.1000/182.",
                "The Mr of a phone is not a person; the Street is long and 12 members agreed.",
                "We support Resolution 200 (Rev. Bucharest, 2022) and the United Nations.",
                "Les 12 rues sont longues; la place du numérique dans 5 ans.",
                "DE89 3704 0044 0532 0130 01 has wrong check digits, 4111 1111 1111 1112 too.",
                "Кабель длиной 1200 км стоит 45 млн долларов.",
                "该报告有25页，涉及120个国家。",
                "يضم التقرير 25 صفحة عن 120 دولة.",
                "Scunthorpe and Essex are places; kill switches will kill the process."
            })
    void finds_nothing_where_there_is_nothing(String text) {
        assertThat(found(text)).isEmpty();
    }

    /** Sentences of a consultation with one thing put into each at a random place; every language as often. */
    @Test
    void finds_nine_of_ten_in_six_languages_and_nothing_else() {
        var chance = new Random(7);
        Map<FlagKind, int[]> counts = new EnumMap<>(FlagKind.class);
        int wrong = 0;
        int found = 0;
        for (int i = 0; i < 1_800; i++) {
            var generated = GeneratedTexts.next(chance, i % 6);
            var flags = FLAGGING.in(generated.text(), null);
            boolean hit = flags.stream()
                    .anyMatch(
                            one -> one.kind() == generated.kind() && one.span().overlaps(generated.place()));
            int[] count = counts.computeIfAbsent(generated.kind(), _ -> new int[2]);
            count[hit ? 0 : 1]++;
            found += flags.size();
            wrong += (int) flags.stream()
                    .filter(one -> !one.span().overlaps(generated.place()))
                    .count();
        }
        var missed = new ArrayList<String>();
        counts.forEach((kind, count) -> {
            if (count[0] < 9 * count[1]) {
                missed.add("%s %d of %d".formatted(kind, count[0], count[0] + count[1]));
            }
        });
        assertThat(missed).isEmpty();
        assertThat((double) wrong / found).isLessThan(0.02);
    }

    @Test
    void costs_a_constant_for_each_character_of_a_hostile_text() {
        for (String piece :
                List.of("a@", "1 ", "4111 ", "Mr ", "rue de la ", "DE89 3704 ", "::1", "١", "2001:", "+1 ")) {
            var text = piece.repeat(200_000 / piece.length());
            assertThat(FLAGGING.in(text, "CH")).hasSizeLessThan(200_000);
        }
    }
}
